package io.sluice.engine.delivery.gateway.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.delivery.gateway.Gateway;
import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.GatewayKind;
import io.sluice.engine.delivery.gateway.Secrets;
import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import io.sluice.engine.web.Problem;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gateways that take messages as JSON over HTTP. */
@Component
class HttpKind implements GatewayKind<HttpSettings> {
  private final OutboundGuard guard;
  private final Secrets secrets;
  private final ObjectMapper json;
  private final Clock clock;

  HttpKind(OutboundGuard guard, Secrets secrets, ObjectMapper json, Clock clock) {
    this.guard = guard;
    this.secrets = secrets;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "http";
  }

  @Override
  public Class<HttpSettings> settings() {
    return HttpSettings.class;
  }

  @Override
  public boolean carries(String channel) {
    return true;
  }

  @Override
  public List<Problem.Part> problems(String channel, HttpSettings settings) {
    return new HttpSettingsCheck(secrets, guard).problems(channel, settings);
  }

  @Override
  public Gateway open(GatewayConfig config, HttpSettings settings) {
    Map<String, String> headers = new LinkedHashMap<>(settings.headers());
    settings.secretHeaders().forEach((header, name) -> headers.put(header, secrets.get(name)));
    Optional<String> key =
        Optional.ofNullable(settings.signature()).map(signature -> secrets.get(signature.secret()));
    return new HttpGateway(
        settings,
        new HttpRequests(settings, headers, key, json, clock),
        new HttpSender(settings, guard),
        new HttpAnswers(settings, json));
  }
}
