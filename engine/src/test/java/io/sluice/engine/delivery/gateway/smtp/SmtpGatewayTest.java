package io.sluice.engine.delivery.gateway.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import io.sluice.engine.delivery.gateway.OutboundMessages;
import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import io.sluice.engine.workspace.WorkspaceId;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at a real mail server. */
class SmtpGatewayTest {
  private static final Map<String, String> LETTER =
      Map.of(
          "subject", "你好，安！ 20 % off — só hoje",
          "recipient", "李安 \"Ann\", née Zhū",
          "sender", "示例商店",
          "html", "<p>Hi <b>安</b>, see <a href=\"https://x.example/?a=1&amp;b=2\">this</a></p>",
          "unsubscribe", "https://x.example/u/abc");

  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "smtps")
          });

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Test
  void arrivesWithBothParts() throws Exception {
    MimeMultipart body = (MimeMultipart) arrived(LETTER).getContent();

    assertThat(body.getContentType()).startsWith("multipart/alternative");
    assertThat(body.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(body.getBodyPart(0).getContent().toString().strip())
        .isEqualTo("Hi 安, see this (https://x.example/?a=1&b=2)");
    assertThat(body.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    assertThat(body.getBodyPart(1).getContent()).isEqualTo(LETTER.get("html"));
  }

  @Test
  void keepsSubjectAndNames() throws Exception {
    MimeMessage arrived = arrived(LETTER);
    InternetAddress to = (InternetAddress) arrived.getRecipients(RecipientType.TO)[0];
    InternetAddress from = (InternetAddress) arrived.getFrom()[0];

    assertThat(arrived.getSubject()).isEqualTo(LETTER.get("subject"));
    assertThat(to.getPersonal()).isEqualTo(LETTER.get("recipient"));
    assertThat(to.getAddress()).isEqualTo("ann@example.com");
    assertThat(from.getPersonal()).isEqualTo("示例商店");
    assertThat(from.getAddress()).isEqualTo("shop@example.com");
  }

  @Test
  void namesTheMessageByItsEffectAndOffersToUnsubscribe() throws Exception {
    MimeMessage arrived = arrived(LETTER);

    assertThat(arrived.getMessageID()).isEqualTo("<1.7.n1.5.3@example.com>");
    assertThat(arrived.getHeader("List-Unsubscribe")).containsExactly("<https://x.example/u/abc>");
    assertThat(arrived.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(arrived(Map.of("text", "x")).getHeader("List-Unsubscribe")).isNull();
  }

  @Test
  void sendsTextAloneWhereThereIsNoHtml() throws Exception {
    MimeMessage arrived = arrived(Map.of("subject", "Hi", "text", "Nur Text: ä"));

    assertThat(arrived.getContentType()).startsWith("text/plain");
    assertThat(arrived.getContent().toString().strip()).isEqualTo("Nur Text: ä");
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject", "recipient", "sender"})
  void letsNoTextBecomeAHeader(String part) throws Exception {
    MimeMessage arrived =
        arrived(Map.of("text", "x", part, "Hi\r\nBcc: victim\nX-Evil: 1\r\n\r\nBody"));

    assertThat(arrived.getHeader("X-Evil")).isNull();
    assertThat(arrived.getHeader("Bcc")).isNull();
    assertThat(arrived.getAllRecipients()).hasSize(1);
    assertThat(arrived.getContent().toString().strip()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@x.example\r\nBcc: b@x.example",
        "a@x.example,b@x.example",
        "a@x.example> RCPT TO:<b@x.example",
        "no address",
        "@x.example",
        "a@",
        "",
        "\"a b\"@x.example",
        "li安@x.example"
      })
  void refusesWhatIsNoAddress(String address) {
    assertThat(send(gateway(), message(address, Map.of("text", "x"))))
        .isEqualTo(new Handover.Refused("bad-address"));
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void reachesDomainsOfAnyScript() throws Exception {
    send(gateway(), message("ann@例子.example", Map.of("text", "x")));

    assertThat(mail.getReceivedMessages()[0].getAllRecipients()[0])
        .hasToString("ann@xn--fsqu00a.example");
  }

  @Test
  void refusesALetterWithoutContent() {
    assertThat(send(gateway(), message("ann@example.com", Map.of("subject", "x"))))
        .isEqualTo(new Handover.Refused("no-content"));
  }

  @Test
  void logsInOverTls() throws Exception {
    mail.setUser("shop@example.com", "user", "s3cret");
    SmtpSettings settings = secured(mail.getSmtps().getPort());
    Properties trust = new Properties();
    trust.put("mail.smtp.ssl.trust", "127.0.0.1");
    trust.put("mail.smtp.ssl.checkserveridentity", "false");

    assertThat(
            send(secured(settings, "s3cret", trust), message("a@x.example", Map.of("text", "x"))))
        .isInstanceOf(Handover.Accepted.class);
    assertThat(send(secured(settings, "wrong", trust), message("a@x.example", Map.of("text", "x"))))
        .isEqualTo(new Handover.NotTaken("login-refused"));
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void trustsNoCertificateOfItsOwnMaking() {
    SmtpGateway gateway = secured(secured(mail.getSmtps().getPort()), "s3cret", new Properties());

    assertThat(send(gateway, message("a@x.example", Map.of("text", "x"))))
        .isEqualTo(new Handover.NotTaken("no-connection"));
  }

  @Test
  void connectsToNoClosedAddress() {
    SmtpGateway gateway =
        SmtpExamples.gateway(
            SmtpExamples.settings(mail.getSmtp().getPort()), OutboundGuard.allowing());

    assertThat(send(gateway, message("a@x.example", Map.of("text", "x"))))
        .isEqualTo(new Handover.NotTaken("target-not-allowed"));
  }

  private SmtpSettings secured(int port) {
    return new SmtpSettings(
        "127.0.0.1",
        port,
        SmtpSettings.Security.TLS,
        "user",
        "name",
        "shop@example.com",
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private SmtpGateway secured(SmtpSettings settings, String password, Properties more) {
    return new SmtpGateway(
        settings,
        new SmtpConnections(
            settings,
            Optional.of(new Login("user", password)),
            OutboundGuard.allowing("127.0.0.1"),
            more));
  }

  private SmtpGateway gateway() {
    return SmtpExamples.gateway(mail.getSmtp().getPort());
  }

  private MimeMessage arrived(Map<String, String> content) throws MessagingException, IOException {
    int before = mail.getReceivedMessages().length;
    assertThat(send(gateway(), message("ann@example.com", content)))
        .isInstanceOf(Handover.Accepted.class);
    return mail.getReceivedMessages()[before];
  }

  private static Handover send(SmtpGateway gateway, OutboundMessage message) {
    return gateway.send(List.of(message)).get(0);
  }

  private static OutboundMessage message(String address, Map<String, String> content) {
    return OutboundMessages.to(new WorkspaceId(1), 5, address, content);
  }
}
