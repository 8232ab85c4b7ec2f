package io.sluice.engine.delivery.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import io.sluice.engine.delivery.gateway.OutboundMessages;
import io.sluice.engine.delivery.gateway.http.GatewayDouble.Request;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpGatewayTest {
  private static final WorkspaceId SHOP = new WorkspaceId(1);
  private static final String ANSWER =
      "'answer':{'accepted':'/status','acceptedValues':['ok','queued'],'notTakenValues':['busy'],"
          + "'reference':'/id','reason':'/error'}";

  private final GatewayDouble other = new GatewayDouble();

  @AfterEach
  void stop() {
    other.close();
  }

  @ParameterizedTest
  @CsvSource({
    "200, Accepted[reference=Optional.empty]",
    "202, Accepted[reference=Optional.empty]",
    "301, Refused[reason=http-301]",
    "303, Refused[reason=http-303]",
    "400, Refused[reason=http-400]",
    "401, NotTaken[reason=http-401]",
    "403, NotTaken[reason=http-403]",
    "404, Refused[reason=http-404]",
    "409, Refused[reason=http-409]",
    "422, Refused[reason=http-422]",
    "429, NotTaken[reason=http-429]",
    "500, Unknown[reason=http-500]",
    "502, Unknown[reason=http-502]",
    "503, NotTaken[reason=http-503]",
    "504, Unknown[reason=http-504]",
    "599, NotTaken[reason=http-599]",
    "0, Unknown[reason=connection-cut]",
    "-1, Unknown[reason=no-answer-in-time]"
  })
  void tellsByTheStatusWhatBecameOfAMessage(int status, String expected) {
    other.answering(status, "");

    assertThat(send("'safeStatuses':[599]")).hasToString(expected);
    assertThat(other.requests()).hasSize(1);
  }

  @Test
  void doesNotKnowOfAConflictWhereRequestsHaveKeys() {
    other.answering(409, "");

    assertThat(send("'idempotencyHeader':'Idempotency-Key','deduplicates':'PT1H'"))
        .isInstanceOf(Handover.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'status':'ok','id':'a7'} | Accepted[reference=Optional[a7]]",
        "{'status':'queued'} | Accepted[reference=Optional.empty]",
        "{'status':'busy','error':'Queue full'} | NotTaken[reason=queue-full]",
        "{'status':'bad','error':'No such Number!'} | Refused[reason=no-such-number]",
        "{} | Refused[reason=refused-by-gateway]",
        "not json | Unknown[reason=unreadable-answer]"
      })
  void readsTheAnswer(String body, String expected) {
    other.answering(200, body.replace('\'', '"'));

    assertThat(send(ANSWER)).hasToString(expected);
  }

  @Test
  void putsValuesIntoTextsAndNeverIntoTheNotation() {
    String nasty = "\",\"to\":\"+1\"}\n{{ key }}\\u0022 \u2028 😀 $1 </script>";
    gateway("'idempotencyHeader':'Idempotency-Key'").send(List.of(message(nasty)));
    Request request = other.requests().get(0);

    assertThat(request.json().path("text").asText()).isEqualTo(nasty);
    assertThat(request.json().path("to").asText()).isEqualTo("+8613800000000");
    assertThat(request.json().path("ref").asText()).isEqualTo("1.7.n1.5.3");
    assertThat(request.json()).hasSize(3);
    assertThat(request.header("Idempotency-key")).isEqualTo("1.7.n1.5.3");
    assertThat(request.header("Content-type")).isEqualTo("application/json; charset=UTF-8");
  }

  @Test
  void signsBodyAndTime() throws Exception {
    gateway("'signature':{'secret':'key'}").send(List.of(message("Hi")));
    Request request = other.requests().get(0);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("key".getBytes(), "HmacSHA256"));
    byte[] expected = mac.doFinal(("1800000000." + request.text()).getBytes());

    assertThat(request.header("Sluice-timestamp")).isEqualTo("1800000000");
    assertThat(request.header("Sluice-signature")).isEqualTo(HexFormat.of().formatHex(expected));
  }

  @Test
  void makesTheSameRequestOfTheSameMessages() {
    String settings = "'idempotencyHeader':'Idempotency-Key'," + HttpExamples.BATCH;
    List<OutboundMessage> messages = OutboundMessages.texts(SHOP, 3);
    HttpExamples.gateway(url() + settings).send(messages);
    HttpExamples.gateway(url() + settings).send(messages);
    HttpExamples.gateway(url() + settings).send(messages.subList(0, 2));
    List<Request> requests = other.requests();

    assertThat(requests.get(1).text()).isEqualTo(requests.get(0).text());
    assertThat(requests).extracting(each -> each.header("Idempotency-key")).doesNotContain("");
    assertThat(requests.get(1).header("Idempotency-key"))
        .isEqualTo(requests.get(0).header("Idempotency-key"))
        .isNotEqualTo(requests.get(2).header("Idempotency-key"));
  }

  @Test
  void doesNotKnowOfMessagesThatTheResultsOfABatchLeaveOut() {
    other.answering(200, "[{\"id\":\"a\"}]");
    String inOrder = "'answer':{'items':'','reference':'/id'}," + HttpExamples.BATCH;
    String byKey = "'answer':{'items':'','itemKey':'/ref'}," + HttpExamples.BATCH;

    for (String settings : List.of(inOrder, byKey)) {
      assertThat(HttpExamples.gateway(url() + settings).send(OutboundMessages.texts(SHOP, 2)))
          .hasSize(2)
          .allMatch(Handover.Unknown.class::isInstance);
    }
  }

  @Test
  void postsAWebHookToItsAddressAsItIs() {
    OutboundMessage hook =
        OutboundMessages.to(SHOP, 5, other.url() + "/hook", Map.of("body", "{\"a\": [1, \"é\"]}"));

    assertThat(HttpExamples.gateway("").send(List.of(hook)).get(0))
        .isInstanceOf(Handover.Accepted.class);
    assertThat(other.requests().get(0).path()).isEqualTo("/messages/hook");
    assertThat(other.requests().get(0).json().toString()).isEqualTo("{\"a\":[1,\"é\"]}");
  }

  @Test
  void refusesWebHooksThatCannotBePosted() {
    HttpGateway gateway = HttpExamples.gateway("");

    assertThat(gateway.send(List.of(hook(other.url(), "{\"a\":"))).get(0))
        .isEqualTo(new Handover.Refused("body-not-json"));
    for (String address : List.of("file:///etc/passwd", "nonsense", "http://u:p@x.example/", "")) {
      assertThat(gateway.send(List.of(hook(address, "{}"))).get(0))
          .isEqualTo(new Handover.Refused("bad-address"));
    }
    assertThat(other.requests()).isEmpty();
  }

  private static OutboundMessage hook(String address, String body) {
    return OutboundMessages.to(SHOP, 5, address, Map.of("body", body));
  }

  private static OutboundMessage message(String text) {
    return OutboundMessages.to(SHOP, 5, "+8613800000000", Map.of("text", text));
  }

  private String url() {
    return "'url':'" + other.url() + "',";
  }

  private HttpGateway gateway(String settings) {
    return HttpExamples.gateway(url() + settings + "," + HttpExamples.SMS);
  }

  private Handover send(String settings) {
    return gateway(settings).send(List.of(message("Hi"))).get(0);
  }
}
