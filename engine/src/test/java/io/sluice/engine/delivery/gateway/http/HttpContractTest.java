package io.sluice.engine.delivery.gateway.http;

import io.sluice.engine.delivery.gateway.Gateway;
import io.sluice.engine.delivery.gateway.GatewayContract;
import io.sluice.engine.delivery.gateway.http.GatewayDouble.Answer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;

class HttpContractTest extends GatewayContract {
  private final GatewayDouble other = new GatewayDouble();
  private final List<String> taken = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    other.close();
  }

  @Override
  protected Gateway working() {
    other.answering(request -> take(request, 200));
    return gateway();
  }

  @Override
  protected Gateway broken() {
    other.answering(503, "");
    return gateway();
  }

  @Override
  protected Gateway losingAnswers() {
    other.answering(request -> take(request, 0));
    return gateway();
  }

  @Override
  protected Gateway troubled() {
    other.answering(
        request ->
            request.json().path("to").asText().isEmpty()
                ? new Answer(400, "")
                : take(request, 200));
    return gateway();
  }

  @Override
  protected List<String> taken() {
    return taken;
  }

  @Override
  protected String address(boolean trouble) {
    return trouble ? "" : "+8613800000000";
  }

  private Answer take(GatewayDouble.Request request, int status) {
    taken.add(request.json().path("text").asText());
    return new Answer(status, "");
  }

  private Gateway gateway() {
    return HttpExamples.gateway("'url':'" + other.url() + "'," + HttpExamples.SMS);
  }
}
