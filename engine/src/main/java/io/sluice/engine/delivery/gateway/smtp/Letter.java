package io.sluice.engine.delivery.gateway.smtp;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/** An e-mail as it goes out; the same message always has the same Message-ID. */
final class Letter extends MimeMessage {
  private static final String CHARSET = StandardCharsets.UTF_8.name();

  private final EffectKey effect;

  private Letter(Session session, EffectKey effect) {
    super(session);
    this.effect = effect;
  }

  /**
   * Makes the e-mail.
   *
   * @throws Unsendable if it can never be sent
   */
  static Letter of(Session session, SmtpSettings settings, OutboundMessage message)
      throws MessagingException {
    Map<String, String> content = message.content();
    Letter letter = new Letter(session, message.effect());
    letter.setFrom(
        Addresses.sender(content.get("sender"), settings.from(), settings.fromName())
            .orElseThrow(() -> new Unsendable("bad-sender")));
    letter.setRecipient(
        Message.RecipientType.TO,
        Addresses.of(message.address(), content.get("recipient"))
            .orElseThrow(() -> new Unsendable("bad-address")));
    if (settings.replyTo() != null) {
      letter.setReplyTo(
          new InternetAddress[] {Addresses.of(settings.replyTo(), null).orElseThrow()});
    }
    letter.setSubject(Addresses.oneLine(content.getOrDefault("subject", "")), CHARSET);
    letter.setSentDate(new Date());
    if (content.containsKey("unsubscribe")) {
      letter.offerUnsubscribe(content.get("unsubscribe"));
    }
    letter.setBody(content.get("text"), content.get("html"));
    letter.saveChanges();
    return letter;
  }

  /** Two headers, so that mail programs can end the subscription by one click (RFC 8058). */
  private void offerUnsubscribe(String address) throws MessagingException {
    try {
      String uri = URI.create(address.strip()).toASCIIString();
      setHeader("List-Unsubscribe", "<" + uri + ">");
      setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    } catch (IllegalArgumentException e) {
      throw new Unsendable("bad-unsubscribe");
    }
  }

  private void setBody(String text, String html) throws MessagingException {
    if (html == null) {
      setText(Optional.ofNullable(text).orElseThrow(() -> new Unsendable("no-content")), CHARSET);
      return;
    }
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text == null ? PlainText.of(html) : text, CHARSET);
    MimeBodyPart rich = new MimeBodyPart();
    rich.setText(html, CHARSET, "html");
    // The last one is the richest: mail programs show the last that they can.
    setContent(new MimeMultipart("alternative", plain, rich));
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    String from = ((InternetAddress) getFrom()[0]).getAddress();
    setHeader(
        "Message-ID", "<" + effect.text() + "@" + from.substring(from.lastIndexOf('@') + 1) + ">");
  }

  /** The message can never be sent; the reason is a kebab-case code. */
  static final class Unsendable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsendable(String reason) {
      super(reason);
    }
  }
}
