package io.sluice.engine.delivery.gateway.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.sluice.engine.delivery.gateway.Gateway;
import io.sluice.engine.delivery.gateway.GatewayContract;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SmtpContractTest extends GatewayContract {
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final ScriptedMailServer deaf = new ScriptedMailServer(Map.of("EHLO", "close"));
  private final ScriptedMailServer silent = new ScriptedMailServer(Map.of(".", "close"));

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() throws IOException {
    mail.stop();
    deaf.close();
    silent.close();
  }

  @Override
  protected Gateway working() {
    return SmtpExamples.gateway(mail.getSmtp().getPort());
  }

  @Override
  protected Gateway broken() {
    return SmtpExamples.gateway(deaf.port());
  }

  @Override
  protected Gateway losingAnswers() {
    return SmtpExamples.gateway(silent.port());
  }

  @Override
  protected Gateway troubled() {
    return working();
  }

  @Override
  protected List<String> taken() {
    return Arrays.stream(mail.getReceivedMessages()).map(SmtpContractTest::text).toList();
  }

  @Override
  protected String address(boolean trouble) {
    return trouble ? "nobody at all@example.com" : "ann@example.com";
  }

  private static String text(MimeMessage message) {
    try {
      return message.getContent().toString().replace("\r\n", "\n");
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
