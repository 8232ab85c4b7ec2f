package io.sluice.engine.delivery.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import io.sluice.engine.web.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Gateways for tests, from settings as somebody would write them; single quotes are double ones.
 */
final class HttpExamples {
  static final ObjectMapper JSON = json();
  static final String SMS =
      "'body':{'to':'{{ address }}','text':'{{ content.text }}','ref':'{{ key }}'}";
  static final String BATCH =
      "'body':{'list':'{{ messages }}'},"
          + "'item':{'to':'{{ address }}','text':'{{ content.text }}','ref':'{{ key }}'}";

  private HttpExamples() {}

  private static ObjectMapper json() {
    ObjectMapper mapper = new ObjectMapper().registerModule(new Jdk8Module());
    StrictJson.refuseCoercion(mapper);
    return mapper;
  }

  static HttpSettings settings(String json) {
    try {
      ObjectNode node = (ObjectNode) JSON.readTree("{" + json.replace('\'', '"') + "}");
      if (!node.has("requestTimeout")) {
        node.put("requestTimeout", "PT0.5S");
      }
      return JSON.treeToValue(node, HttpSettings.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A gateway that may connect to this machine. */
  static HttpGateway gateway(String json) {
    return gateway(json, OutboundGuard.allowing("127.0.0.1", "localhost"));
  }

  static HttpGateway gateway(String json, OutboundGuard guard) {
    HttpSettings settings = settings(json);
    HttpRequests requests =
        new HttpRequests(
            settings,
            settings.headers(),
            Optional.ofNullable(settings.signature()).map(HttpSettings.Signature::secret),
            JSON,
            Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC));
    return new HttpGateway(
        settings, requests, new HttpSender(settings, guard), new HttpAnswers(settings, JSON));
  }
}
