package io.sluice.node;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a message node sends.
 *
 * @param purpose what it is sent for; decides which gates it passes
 * @param atNight what becomes of people for whom it is a quiet hour
 * @param preferDelivery whether a message of which nobody knows if it was sent is sent again:
 *     somebody may then get it twice
 * @param skipIf whom the node passes over; they go on by the main port
 * @param variants what is sent, in order: each person gets the first by which they can be reached
 */
public record Message(
    Purpose purpose,
    AtNight atNight,
    boolean preferDelivery,
    Optional<Rule> skipIf,
    List<Variant> variants) {
  /** Copies the list. */
  public Message {
    variants = List.copyOf(variants);
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("A message has at least one variant");
    }
  }

  /** What messages are sent for. */
  public enum Purpose {
    /** Needs the person's consent, keeps quiet hours and counts for the frequency cap. */
    @Label(en = "Marketing", zh = "营销")
    MARKETING,
    /** Something the person must know, such as a receipt; exempt from consent, cap and hours. */
    @Label(en = "Service", zh = "服务通知")
    SERVICE
  }

  /** What becomes of people for whom it is a quiet hour. */
  public enum AtNight {
    /** They get the message when the quiet hours end. */
    @Label(en = "Send when quiet hours end", zh = "静默时段结束后发送")
    HOLD,
    /** They do not get it. */
    @Label(en = "Do not send", zh = "不发送")
    DROP
  }

  /**
   * A message of one channel.
   *
   * @param channel the channel, for example {@code sms}
   * @param when whom the variant is meant for; everybody where empty
   * @param template the approved template it is made from, where there is one
   * @param gateway the gateway that carries it; that of the channel where empty
   * @param trackClicks whether links lead through us, so that clicks are noted
   * @param content its parts by name, as Liquid templates: {@code text}, {@code signature} and
   *     {@code opt-out} of an SMS; {@code subject}, {@code preheader}, {@code html}, {@code text}
   *     and {@code sender} of an e-mail; {@code url} and {@code body} of a web hook
   */
  public record Variant(
      String channel,
      Optional<Rule> when,
      Optional<String> template,
      Optional<String> gateway,
      boolean trackClicks,
      Map<String, String> content) {
    /** Copies the map. */
    public Variant {
      content = Map.copyOf(content);
    }
  }
}
