package io.sluice.engine.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.Workspaces;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class ImportTest {
  @LocalServerPort int port;
  @Autowired Workspaces workspaces;
  @Autowired ImportJobs jobs;
  @Autowired ImportRunner runner;
  @Autowired Spool spool;
  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    shop.put("attributes/colour", "{'type':'choice','choices':['red','blue']}");
  }

  long dataVersion() {
    return workspaces.dataVersion(workspaces.find(shop.key()).orElseThrow().id());
  }

  static String counts(JsonNode state) {
    return "%s %d+%d=%d!%d"
        .formatted(
            state.path("state").asText(),
            state.path("created").asInt(),
            state.path("updated").asInt(),
            state.path("unchanged").asInt(),
            state.path("broken").asInt());
  }

  @Test
  void importsTheRestAndNamesEachOfAHundredBrokenLines() {
    BrokenLines file = BrokenLines.make();

    JsonNode state =
        shop.imports().run("members/import?consentBasis=opt-in&consentSource=till", file.text());

    assertThat(counts(state)).isEqualTo("done 900+0=0!100");
    assertThat(state.path("bytesRead").asLong()).isEqualTo(state.path("bytesTotal").asLong());
    List<String> errors = shop.imports().errors(state);
    assertThat(errors).hasSize(100);
    int i = 0;
    for (var broken : file.broken.entrySet()) {
      assertThat(errors.get(i++)).startsWith(broken.getKey() + ",").contains(broken.getValue());
    }
  }

  @Test
  void changesNothingWhenTheSameFileComesAgain() {
    String file =
        "member,name,level,attribute:colour,consent:sms,consent:sms:at\n"
            + "a,Ann,1,red,yes,2026-01-01\nb,Bob,2,blue,no,2026-01-02\n";
    JsonNode first = shop.imports().run("members/import?consentBasis=form", file);
    long version = dataVersion();

    JsonNode again = shop.imports().run("members/import?consentBasis=form", file);
    JsonNode changed =
        shop.imports().run("members/import?consentBasis=form", file.replace("Bob", "Bill"));

    assertThat(counts(first)).isEqualTo("done 2+0=0!0");
    assertThat(counts(again)).isEqualTo("done 0+0=2!0");
    assertThat(dataVersion()).isEqualTo(version + 1);
    assertThat(counts(changed)).isEqualTo("done 0+1=1!0");
    assertThat(shop.get("members/b").json().at("/consents/0/at").asText())
        .isEqualTo("2026-01-01T16:00:00Z");
  }

  @Test
  void readsGbkMappedColumnsAndAnotherDelimiter() {
    byte[] file = "会员;姓名;备注\n一;王芳;不要\n".getBytes(Charset.forName("GBK"));
    String query =
        "members/import?encoding=GBK&delimiter=%3B&map."
            + Api.encode("会员")
            + "=member&map."
            + Api.encode("姓名")
            + "=name&map."
            + Api.encode("备注")
            + "=";

    JsonNode state = shop.imports().run(query, BodyPublishers.ofByteArray(file));

    assertThat(counts(state)).isEqualTo("done 1+0=0!0");
    assertThat(shop.get("members/" + Api.encode("一")).json().at("/profile/name").asText())
        .isEqualTo("王芳");
  }

  @Test
  void takesAFormWithOptions() {
    String body =
        "--B\r\nContent-Disposition: form-data; name=\"options\"\r\n\r\n"
            + "{\"mapping\":{\"id\":\"member\"}}\r\n"
            + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\nid\nx\n\r\n--B--\r\n";

    Answer accepted =
        shop.api()
            .send(
                "POST",
                shop.address() + "/members/import",
                "multipart/form-data; boundary=B",
                BodyPublishers.ofString(body));

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
    assertThat(counts(shop.imports().finished(accepted.location()))).isEqualTo("done 1+0=0!0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "members/import | name                    | bad-columns",
        "members/import | member,nmae             | bad-columns",
        "members/import | member,member           | bad-columns",
        "members/import | member,attribute:nope   | bad-columns",
        "members/import | member,consent:sms      | bad-columns",
        "members/import?map.x=name | member       | bad-columns",
        "members/import | ``                      | empty-file",
        "members/import | \"member                | bad-header",
        "members/import?encoding=EBCDIC | member  | unknown-encoding",
        "members/import?delimiter=ab | member     | bad-delimiter",
        "members/import?colour=x | member         | bad-options",
        "members/import?createMembers=perhaps | member | wrong-type",
        "orders/import  | member,paid_at          | bad-columns",
      })
  void refusesAtOnceAFileThatDoesNotFit(String query, String file, String code) {
    Answer answer = shop.imports().post(query, BodyPublishers.ofString(file));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void tellsUnknownImportsAndThoseOfOtherWorkspaces() {
    JsonNode state = shop.imports().run("members/import", "member\na\n");
    Shop other = Shop.create(shop.api());

    assertThat(other.get("imports/" + state.path("id").asInt()).code()).isEqualTo("unknown-import");
    assertThat(shop.get("imports/x").status()).isEqualTo(400);
    assertThat(shop.get("imports/999999/errors").status()).isEqualTo(404);
    assertThat(shop.post("customers/import", "{}").status()).isEqualTo(404);
    assertThat(shop.post("members/import", "{}").status()).isEqualTo(415);
  }

  @Test
  void cancelsBetweenBatchesAndKeepsWhatWasImported() {
    StringBuilder file = new StringBuilder("member,order,paid_at,amount\n");
    for (int i = 0; i < 30_000; i++) {
      file.append("m,o%d,2026-01-02,1%n".formatted(i));
    }
    Answer accepted =
        shop.imports()
            .post("orders/import?createMembers=true", BodyPublishers.ofString(file.toString()));

    shop.api().post(accepted.location() + "/cancel", "");

    JsonNode state = shop.imports().finished(accepted.location());
    assertThat(state.path("state").asText()).isEqualTo("cancelled");
    assertThat(state.path("created").asInt()).isLessThan(30_000);
    assertThat(shop.get("orders/summary").json().path("orders").asInt())
        .isEqualTo(state.path("created").asInt());
  }

  @Test
  void tellsThatAnImportWhoseFileIsGoneWasInterrupted() {
    ImportJob job =
        jobs.create(
            workspaces.find(shop.key()).orElseThrow().id(),
            "members",
            ImportOptions.DEFAULTS,
            spool.id(),
            10,
            Instant.now());

    runner.resume();

    JsonNode state = shop.get("imports/" + job.id()).json();
    assertThat(state.path("state").asText()).isEqualTo("interrupted");
    assertThat(state.path("message").asText()).contains("Import it again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; drop table member; --",
        "=1+1",
        "${1+1}",
        "\\N",
        "\\.",
        "a\\tb",
        "<b>x</b>",
        "名😀"
      })
  void keepsHostileValuesAsTheyAre(String value) {
    JsonNode state =
        shop.imports().run("members/import", "member,name,city\n" + value + "," + value + ",x\n");

    assertThat(counts(state)).isEqualTo("done 1+0=0!0");
    JsonNode member = shop.get("members/" + Api.encode(value)).json();
    assertThat(member.at("/profile/name").asText()).isEqualTo(value);
  }

  @Test
  void guardsTheErrorFileAgainstFormulas() {
    JsonNode state = shop.imports().run("members/import", "name,member,level\n=HYPERLINK(),a,b\n");

    assertThat(shop.imports().errors(state).get(0)).contains("\"'=HYPERLINK(),a,b\"");
  }
}
