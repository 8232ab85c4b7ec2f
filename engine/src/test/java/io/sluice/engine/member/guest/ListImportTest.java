package io.sluice.engine.member.guest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files of phones and e-mail addresses, into lists. */
@EngineTest
@Tag("any-database")
class ListImportTest {
  private static final String FAIR = "lists/fair/import?consentBasis=fair";

  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    shop.imports()
        .run(
            "members/import",
            "member,phone,email\nann,138 0000 0001,Ann@X.example\nbob,+8613800000002,\n");
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

  private JsonNode guest(String address) {
    return shop.get("guests?address=" + Api.encode(address)).json();
  }

  @Test
  void makesGuestsOfUnknownAddressesAndTakesMembersAsTheyAre() {
    JsonNode state =
        shop.imports().run(FAIR, "phone,code\n8613800000001,A1\n13800000002,A2\n13800000003,A3\n");

    assertThat(counts(state)).isEqualTo("done 3+0=0!0");
    assertThat(guest("13800000001")).isEmpty();
    assertThat(guest("+86 138-0000-0003").get(0).path("id").asInt()).isEqualTo(2);
    JsonNode list = shop.get("lists/fair").json();
    assertThat(list.path("people").asInt()).isEqualTo(3);
    assertThat(list.path("kind").asText()).isEqualTo("phone");
    assertThat(list.path("columns").toString()).isEqualTo("[\"code\"]");
    assertThat(list.at("/consent/basis").asText()).isEqualTo("fair");
  }

  @Test
  void givesMembersTheNextIdsAfterGuestsWhomNoConditionYields() {
    shop.imports().run(FAIR, "phone\n13800000003\n13800000004\n");

    shop.put("members/cid", "{}");

    assertThat(shop.get("members/cid").json().path("id").asInt()).isEqualTo(4);
    shop.put("segments/all", "{'name':'All','rule':{'none':[{'member':'x'}]}}");
    assertThat(shop.get("segments/all/members").json().path("total").asInt()).isEqualTo(3);
  }

  @Test
  void tellsEachBrokenLineAndTakesADuplicateOnce() {
    JsonNode state =
        shop.imports()
            .run(
                FAIR,
                "phone,code\n13800000003,A\nabc,B\n+8613800000003,C\n,D\n138****0005,E\n13800000006,\"F\nG\"\n");

    assertThat(counts(state)).isEqualTo("done 2+0=0!4");
    List<String> errors = shop.imports().errors(state);
    assertThat(errors.get(0)).startsWith("3,").contains("is no phone number");
    assertThat(errors.get(1)).startsWith("4,").contains("stands on line 2 already");
    assertThat(errors.get(2)).startsWith("5,").contains("no address");
    assertThat(errors.get(3)).startsWith("6,").contains("masked");
  }

  @Test
  void changesNothingWhenTheSameFileComesAgain() {
    String file = "phone,code\n13800000001,A\n13800000003,B\n";
    shop.imports().run(FAIR, file);

    JsonNode again = shop.imports().run(FAIR, file);
    JsonNode changed = shop.imports().run(FAIR, file.replace(",B", ",C") + "13800000004,D\n");

    assertThat(counts(again)).isEqualTo("done 0+0=2!0");
    assertThat(counts(changed)).isEqualTo("done 1+1=1!0");
  }

  @Test
  void readsGbkAndMappedColumns() {
    byte[] file = "手机;激活码\n13800000003;码\n".getBytes(Charset.forName("GBK"));
    String query = FAIR + "&encoding=GBK&delimiter=%3B&map." + Api.encode("手机") + "=phone";

    JsonNode state = shop.imports().run(query, BodyPublishers.ofByteArray(file));

    assertThat(counts(state)).isEqualTo("done 1+0=0!0");
    assertThat(
            shop.post(
                    "messages/preview",
                    "{'channel':'sms','list':'fair','content':{'text':'{{ list[\\'激活码\\'] }}'}}"
                        .replace("\\'", "\\u0027"))
                .json()
                .at("/content/text")
                .asText())
        .isEqualTo("码");
  }

  @Test
  void findsMembersByTheirMailboxHoweverItIsWritten() {
    JsonNode state =
        shop.imports()
            .run("lists/mail/import?consentBasis=fair", "email\nANN@x.EXAMPLE\nnew@x.example\n");

    assertThat(counts(state)).isEqualTo("done 2+0=0!0");
    assertThat(guest("ann@x.example")).isEmpty();
    assertThat(guest("New@x.example").get(0).path("channel").asText()).isEqualTo("email");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lists/fair/import | phone | bad-columns",
        "lists/fair/import?consentBasis=x | code | bad-columns",
        "lists/fair/import?consentBasis=x | phone,email | bad-columns",
        "lists/fair/import?consentBasis=x | phone,a b | bad-columns",
        "lists/fair/import?consentBasis=x&list=other | phone | bad-options",
        "members/import?list=fair | member | bad-options",
      })
  void refusesAtOnceAFileThatDoesNotFit(String query, String file, String code) {
    Answer answer = shop.imports().post(query, BodyPublishers.ofString(file + "\n"));

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
  }

  @Test
  void keepsToWhatWasDeclaredOfTheList() {
    shop.imports().run(FAIR, "phone,code\n13800000003,A\n");

    Answer basis =
        shop.imports()
            .post("lists/fair/import?consentBasis=other", BodyPublishers.ofString("phone,code\n"));
    Answer kind = shop.imports().post(FAIR, BodyPublishers.ofString("email,code\n"));
    Answer columns = shop.imports().post(FAIR, BodyPublishers.ofString("phone,name\n"));

    assertThat(basis.text()).contains("other-basis");
    assertThat(kind.text()).contains("other-kind");
    assertThat(columns.text()).contains("other-columns");
    assertThat(Shop.create(shop.api()).get("lists/fair").code()).isEqualTo("unknown-list");
  }
}
