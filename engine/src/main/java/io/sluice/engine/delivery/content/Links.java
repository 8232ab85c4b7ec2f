package io.sluice.engine.delivery.content;

/**
 * Makes the links of a message that lead through us. All of one kind have the same length for
 * everybody, so that the number of message parts is known before.
 */
public interface Links {
  /** A link that notes the click and leads on to the target. */
  String click(int member, String target);

  /** The page on which the person ends the consent for the channel. */
  String unsubscribe(int member);

  /** A picture of one dot whose loading notes that the person opened the message. */
  String open(int member);
}
