package io.sluice.engine.delivery.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
@Tag("any-database")
class TestSendApiTest {
  private static final String GREETING =
      "'channel':'sms','content':{'text':'Hi {{ member.name }}'},'member':'m1'";

  @LocalServerPort int port;
  Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.create(new Api(port));
    shop.put("members/m1", "{'profile':{'name':'Ada'}}");
    shop.put("prices", "{'currency':'CNY','prices':[{'channel':'sms','unitPrice':0.05}]}");
  }

  @Test
  void sendsWhatTheMemberWouldGetToOtherAddresses() {
    JsonNode sent =
        shop.post("messages/test", "{" + GREETING + ",'addresses':['13900000001','13900000002']}")
            .json();

    assertThat(sent).hasSize(2);
    assertThat(sent.at("/1/address").asText()).isEqualTo("13900000002");
    assertThat(sent.at("/1/outcome").asText()).isEqualTo("accepted");
    assertThat(sent.at("/1/test").asBoolean()).isTrue();
    assertThat(sent.at("/1/cost").decimalValue()).isEqualByComparingTo("0.05");
    assertThat(shop.get("sandbox/messages").text()).contains("Hi Ada").contains("13900000001");
  }

  @Test
  void triesADraftOfATemplate() {
    shop.put("templates/t", "{'channel':'sms','content':{'text':'Draft'}}");

    assertThat(
            shop.post("messages/test", "{'template':'t','member':'m1','addresses':['13900000001']}")
                .json()
                .at("/0/outcome")
                .asText())
        .isEqualTo("accepted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{GREETING};no-address",
        "{GREETING,'addresses':['']};no-address",
        "{GREETING,'addresses':['1'],'gateway':'none'};unknown-gateway",
        "{'template':'none','member':'m1','addresses':['1']};unknown-template",
        "{'channel':'pigeon','member':'m1','addresses':['1']};unknown-channel",
        "{'channel':'sms','content':{'text':'{{ x }}'},'member':'m1','addresses':['1']};content-unusable"
      })
  void refusesWhatCannotBeSent(String body, String code) {
    assertThat(shop.post("messages/test", body.replace("GREETING", GREETING)).code())
        .isEqualTo(code);
  }
}
