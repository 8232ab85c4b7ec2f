package io.sluice.engine.hostile;

import static io.sluice.engine.testing.Api.encode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.segment.Segments;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Texts of users are only ever texts, wherever they stand and however they look. */
@EngineTest
@Tag("any-database")
class HostileTextTest {
  private static final List<String> ALL = HostileTexts.all();

  /** In the quick tier every fourth. */
  private static final List<String> TEXTS =
      "full".equals(System.getProperty("sluice.test.tier"))
          ? ALL
          : IntStream.range(0, ALL.size()).filter(i -> i % 4 == 0).mapToObj(ALL::get).toList();

  private static final String WORKSPACE = "/api/workspaces/texts";
  private static final Set<String> OURS =
      Set.of(
          "${sluiceStep}", "${sluiceTimer.due(execution)}", "${sluiceReleased}", "${sluiceEnded}");
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}?");

  @LocalServerPort int port;
  @Autowired DSLContext db;
  @Autowired Workspaces workspaces;
  @Autowired Segments segments;
  @Autowired ProcessEngine engine;
  Api api;

  @BeforeEach
  void connect() {
    api = new Api(port);
    System.clearProperty(HostileTexts.PROPERTY);
  }

  @Test
  void holdsAnExpressionThatWouldShowIfItWereEvaluated() {
    Expression expression =
        new JuelExpressionManager().createExpression("${" + HostileTexts.LIVE + "}");
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(context -> expression.getValue(StartProcessVariableScope.getSharedInstance()));

    assertThat(System.clearProperty(HostileTexts.PROPERTY)).isEqualTo("yes");
    assertThat(ALL).hasSize(200).contains("${" + HostileTexts.LIVE + "}");
  }

  @Test
  void keepsShowsAndRunsTextsAsTexts() {
    Workspace workspace = workspaces.create("texts", "Texts", ZoneOffset.UTC);
    for (int i = 0; i < TEXTS.size(); i++) {
      insertMember(workspace, TEXTS.get(i));
    }
    for (int i = 0; i < TEXTS.size(); i++) {
      keepsAndStarts(i, TEXTS.get(i));
    }
    for (int i = 0; i < TEXTS.size(); i++) {
      runsToTheEnd(i, TEXTS.get(i));
      assertThat(segments.find(workspace.id(), HostileTexts.key(TEXTS.get(i)))).isPresent();
    }
    assertThat(System.getProperty(HostileTexts.PROPERTY)).isNull();
    assertThat(Files.exists(Path.of(HostileTexts.FILE))).isFalse();
    assertThat(
            db.fetchCount(
                table(name("member")),
                field(name("workspace_id"), Integer.class).eq(workspace.id().value())))
        .isEqualTo(TEXTS.size());
    assertThat(api.get(WORKSPACE + "/campaigns").json()).hasSize(TEXTS.size());
  }

  private void keepsAndStarts(int number, String text) {
    String campaign = WORKSPACE + "/campaigns/" + key(number, text);
    JsonNode file = canvas(text);

    Answer saved = api.put(campaign, file.toString());

    assertThat(saved.status()).as("%s: %s", text, saved.text()).isEqualTo(201);
    assertThat(api.get(campaign).json()).isEqualTo(file);
    String bpmn = api.get(campaign + "/bpmn").text();
    Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)));
    Set<String> expressions =
        EXPRESSION.matcher(bpmn).results().map(found -> found.group()).collect(Collectors.toSet());
    assertThat(OURS).as(text).containsAll(expressions);
    if (number % 20 == 0) {
      Answer dryRun = api.post(campaign + "/dry-run?wait=20", "{}");
      assertThat(dryRun.json().path("state").asText()).as(text).isEqualTo("done");
    }
    assertThat(api.post(campaign + "/start", "{}").status()).isEqualTo(201);
  }

  private void runsToTheEnd(int number, String text) {
    String runs = WORKSPACE + "/campaigns/" + key(number, text) + "/runs";
    await(text)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> api.get(runs).json().findPath("state").asText().equals("finished"));
    long run = api.get(runs).json().findPath("id").asLong();
    JsonNode people = api.get(WORKSPACE + "/runs/" + run + "/nodes/g/ports/done/members").json();
    assertThat(people.findValuesAsText("key")).as(text).isEqualTo(List.of(memberKey(text)));
  }

  private static String key(int number, String text) {
    return encode(HostileTexts.cut(number + " " + text, 60).strip());
  }

  private static String memberKey(String text) {
    return Integer.toHexString(text.hashCode());
  }

  private static ObjectNode canvas(String text) {
    ObjectNode file =
        (ObjectNode)
            Mutation.json(TestCanvases.resource("/io/sluice/engine/hostile/texts.canvas.json"));
    replace(file, text);
    return file;
  }

  /** Puts the text where the file says "TEXT", and what fits of it where it says "TEXT64". */
  private static void replace(JsonNode file, String text) {
    if (file instanceof ObjectNode object) {
      object.properties().forEach(entry -> entry.setValue(replaced(entry.getValue(), text)));
    }
    file.forEach(part -> replace(part, text));
  }

  private static JsonNode replaced(JsonNode value, String text) {
    return switch (value.asText()) {
      case "TEXT" -> TextNode.valueOf(text);
      case "TEXT64" -> TextNode.valueOf(HostileTexts.key(text));
      default -> value;
    };
  }

  private void insertMember(Workspace workspace, String text) {
    db.insertInto(table(name("member")))
        .set(field(name("workspace_id")), workspace.id().value())
        .set(field(name("id")), workspaces.takeMemberIds(workspace.id(), 1))
        .set(field(name("member_key")), memberKey(text))
        .set(field(name("name")), text)
        .set(field(name("registered_at")), OffsetDateTime.parse("2024-01-01T00:00:00Z"))
        .execute();
  }
}
