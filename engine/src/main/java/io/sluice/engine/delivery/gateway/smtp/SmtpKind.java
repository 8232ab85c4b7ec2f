package io.sluice.engine.delivery.gateway.smtp;

import io.sluice.engine.delivery.gateway.Gateway;
import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.GatewayKind;
import io.sluice.engine.delivery.gateway.Secrets;
import io.sluice.engine.delivery.gateway.SettingsCheck;
import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Gateways that hand mail to a mail server. */
@Component
class SmtpKind implements GatewayKind<SmtpSettings> {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[?[0-9a-fA-F:.]+]?");
  private static final int LAST_PORT = 65_535;
  private static final int MOST = 1_000;
  private static final int NAME_LENGTH = 200;

  private final OutboundGuard guard;
  private final Secrets secrets;

  SmtpKind(OutboundGuard guard, Secrets secrets) {
    this.guard = guard;
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return "smtp";
  }

  @Override
  public Class<SmtpSettings> settings() {
    return SmtpSettings.class;
  }

  @Override
  public boolean carries(String channel) {
    return channel.equals("email");
  }

  @Override
  public List<Problem.Part> problems(String channel, SmtpSettings settings) {
    boolean hasHost = settings.host() != null && HOST.matcher(settings.host()).matches();
    SettingsCheck check =
        new SettingsCheck()
            .demand(hasHost, "/host", "must be the name of the mail server, or its address")
            .within("/port", settings.port(), 1, LAST_PORT)
            .demand(
                Addresses.isPlain(settings.from()),
                "/from",
                "must be the e-mail address that mail comes from, such as shop@example.com")
            .demand(
                settings.replyTo() == null || Addresses.isPlain(settings.replyTo()),
                "/replyTo",
                "must be an e-mail address, or be left out")
            .within("/perConnection", settings.perConnection(), 1, MOST)
            .within("/connections", settings.connections(), 1, MOST)
            .rate("/perSecond", settings.perSecond())
            .within(
                "/connectTimeout",
                settings.connectTimeout(),
                Duration.ofMillis(100),
                Duration.ofMinutes(5))
            .within(
                "/answerTimeout",
                settings.answerTimeout(),
                Duration.ofMillis(100),
                Duration.ofMinutes(10));
    if (hasHost) {
      check.refuse("/host", guard.wrongWith(settings.host(), settings.port()));
    }
    if (settings.fromName() != null) {
      check.refuse("/fromName", InputText.wrongWith(settings.fromName(), NAME_LENGTH));
    }
    return login(check, settings).problems();
  }

  private SettingsCheck login(SettingsCheck check, SmtpSettings settings) {
    if (settings.passwordSecret() != null) {
      check.refuse("/passwordSecret", secrets.wrongWith(settings.passwordSecret()));
    }
    boolean both = (settings.user() == null) == (settings.passwordSecret() == null);
    return check.demand(
        both,
        "/user",
        "and 'passwordSecret' go together; give both, or none to send without login");
  }

  @Override
  public Gateway open(GatewayConfig config, SmtpSettings settings) {
    Optional<Login> login =
        Optional.ofNullable(settings.user())
            .map(user -> new Login(user, secrets.get(settings.passwordSecret())));
    return new SmtpGateway(settings, new SmtpConnections(settings, login, guard));
  }
}
