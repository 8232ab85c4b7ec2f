package io.sluice.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.delivery.content.Route;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.segment.Bounds;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forecasts where something depends on what people will do. */
@EngineTest
class UndecidedStepTest {
  private static final Audience TEN = Audience.range(0, 10);
  private static final Audience SEVEN = Audience.range(0, 7);
  private static final String CLICKED = "{'message':{'node':'sms1','is':'clicked'}}";
  private static final String OPENED = "{'message':{'node':'sms1','is':'opened'}}";
  private static final String ACCEPTED = "{'message':{'node':'sms1','is':'accepted'}}";

  @LocalServerPort int port;
  @Autowired StepEvaluator evaluator;
  @Autowired Workspaces workspaces;
  Shop shop;
  Workspace workspace;
  Instant now;
  KnownPast past;

  @BeforeEach
  void tenMembersOfWhomSevenGotAMessage() {
    shop = Shop.create(new Api(port));
    for (int i = 0; i < 10; i++) {
      shop.put("members/m" + i, "{'profile':{'registered_at':'2026-01-01T00:00:00Z'}}");
    }
    workspace = workspaces.find(shop.key()).orElseThrow();
    now = Instant.now();
    past =
        new KnownPast(now, now)
            .with(Happening.ACCEPTED, SEVEN, SEVEN)
            .with(Happening.CLICKED, Audience.empty(), SEVEN)
            .with(Happening.OPENED, Audience.empty(), SEVEN);
  }

  @Test
  void boundsBothPortsOfAFilter() {
    StepResult result = forecast(filter(CLICKED), TEN, TEN);

    assertThat(result.at("out")).isEqualTo(SEVEN);
    assertThat(result.at("rest")).isEqualTo(TEN);
    assertThat(result.surelyAt("rest")).isEqualTo(Audience.range(7, 10));
    assertThat(result.undecided()).containsExactlyInAnyOrder("out", "rest");
  }

  @Test
  void decidesWhatIsCertain() {
    assertThat(forecast(filter(ACCEPTED), TEN, TEN).undecided()).isEmpty();

    StepResult both = forecast(filter("{'all':[" + CLICKED + "," + ACCEPTED + "]}"), TEN, TEN);
    assertThat(both.at("out")).isEqualTo(SEVEN);
    StepResult neither = forecast(filter("{'none':[" + ACCEPTED + "," + CLICKED + "]}"), TEN, TEN);
    assertThat(neither.undecided()).isEmpty();
    assertThat(neither.at("out")).isEqualTo(Audience.range(7, 10));
  }

  @Test
  void findsWhoMayMeetOneButNotTheOther() {
    StepResult result =
        forecast(filter("{'all':[" + CLICKED + ",{'none':[" + OPENED + "]}]}"), TEN, TEN);

    assertThat(result.at("out")).isEqualTo(SEVEN);
  }

  @Test
  void boundsEveryBranch() {
    BoundNode branch =
        node(
            "branch",
            "{'branches':[{'key':'a','rule':%s},{'key':'b','rule':%s}]}"
                .formatted(CLICKED, OPENED));

    StepResult result = forecast(branch, TEN, TEN);

    assertThat(result.at("a")).isEqualTo(SEVEN);
    assertThat(result.at("b")).isEqualTo(SEVEN);
    assertThat(result.at("rest")).isEqualTo(TEN);
    assertThat(result.surelyAt("rest")).isEqualTo(Audience.range(7, 10));
  }

  @Test
  void boundsWhatIsLeftWhenUndecidedPeopleAreTakenOut() {
    Inputs possibly = Inputs.of(Map.of("main", List.of(TEN), "minus", List.of(SEVEN)));
    Inputs surely = Inputs.of(Map.of("main", List.of(TEN), "minus", List.of(Audience.empty())));

    StepResult result = evaluator.forecast(request(node("exclude", "{}"), possibly, surely));

    assertThat(result.at("out")).isEqualTo(TEN);
    assertThat(result.surelyAt("out")).isEqualTo(Audience.range(7, 10));
  }

  @Test
  void leavesOrdersOfTheFutureUndecided() {
    String ordered = "{'orders':'count','op':'at-least','value':1,'window':{'since':'entering'}}";
    past = new KnownPast(now, now.minusSeconds(1));
    assertThat(forecast(filter(ordered), TEN, TEN).undecided()).hasSize(2);

    past = new KnownPast(now.minusSeconds(60), now);
    assertThat(forecast(filter(ordered), TEN, TEN).undecided()).isEmpty();
  }

  @Test
  void countsOrdersSinceANodeOnly() {
    shop.imports()
        .run(
            "orders/import",
            "member,order,paid_at,product,items,amount\nm1,o1,%s,Tea,1,9\nm2,o2,%s,Tea,1,9\n"
                .formatted(now.minusSeconds(10), now.minusSeconds(90)));
    past = new KnownPast(now.minusSeconds(60), now);

    StepResult result =
        forecast(
            filter("{'orders':'count','op':'at-least','value':1,'window':{'sinceNode':'sms1'}}"),
            TEN,
            TEN);

    assertThat(result.at("out")).isEqualTo(Audience.of(1));
  }

  private StepResult forecast(BoundNode node, Audience possibly, Audience surely) {
    return evaluator.forecast(request(node, Inputs.in(possibly), Inputs.in(surely)));
  }

  private StepRequest request(BoundNode node, Inputs possibly, Inputs surely) {
    return new StepRequest(
        workspace,
        node,
        possibly,
        surely,
        new Pin(now, workspaces.dataVersion(workspace.id())),
        new Seeds(1, 2),
        List.of(),
        List.of(),
        List.of(),
        false,
        Route.NONE,
        past,
        Bounds.exactly(Audience.empty()));
  }

  private static BoundNode filter(String rule) {
    return node("filter", "{'rule':" + rule + "}");
  }

  private static BoundNode node(String type, String config) {
    return TestCanvases.bind(
            "{'schemaVersion':1,'name':'n','nodes':[{'id':'x','type':'%s','config':%s,'position':{'x':0,'y':0}}],'edges':[]}"
                .formatted(type, config)
                .replace('\'', '"'))
        .node("x");
  }
}
