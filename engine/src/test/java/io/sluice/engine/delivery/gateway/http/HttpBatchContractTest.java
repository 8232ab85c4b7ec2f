package io.sluice.engine.delivery.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.sluice.engine.delivery.gateway.Gateway;
import io.sluice.engine.delivery.gateway.GatewayContract;
import io.sluice.engine.delivery.gateway.http.GatewayDouble.Answer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

class HttpBatchContractTest extends GatewayContract {
  private final GatewayDouble other = new GatewayDouble();
  private final List<String> taken = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    other.close();
  }

  @Override
  protected Gateway working() {
    other.answering(this::take);
    return gateway();
  }

  @Override
  protected Gateway broken() {
    return HttpExamples.gateway("'url':'http://127.0.0.1:1/'," + HttpExamples.BATCH);
  }

  @Override
  protected Gateway losingAnswers() {
    other.answering(
        request -> {
          take(request);
          return Answer.HANG;
        });
    return gateway();
  }

  @Override
  protected Gateway troubled() {
    return working();
  }

  @Override
  protected List<String> taken() {
    return taken;
  }

  @Override
  protected String address(boolean trouble) {
    return trouble ? "" : "+8613800000000";
  }

  /** Takes the messages that have an address, and gives the results in another order. */
  private Answer take(GatewayDouble.Request request) {
    ArrayNode results = HttpExamples.JSON.createArrayNode();
    for (JsonNode item : request.json().path("list")) {
      boolean fine = !item.path("to").asText().isEmpty();
      results.insertObject(0).put("ref", item.path("ref").asText()).put("ok", fine);
      if (fine) {
        taken.add(item.path("text").asText());
      }
    }
    return new Answer(200, "{\"results\":" + results + "}");
  }

  private Gateway gateway() {
    return HttpExamples.gateway(
        "'url':'"
            + other.url()
            + "','answer':{'items':'/results','itemKey':'/ref','accepted':'/ok'},"
            + HttpExamples.BATCH);
  }
}
