package io.sluice.node.types.message;

import io.sluice.node.Message;
import io.sluice.node.Message.AtNight;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import io.sluice.node.NodeCheck;
import io.sluice.node.Rule;
import io.sluice.node.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the settings of all message nodes have in common. */
interface MessageSettings {
  /** The longest key of a template or gateway. */
  int KEY_LENGTH = 64;

  /** What it is sent for. */
  Purpose purpose();

  /** What becomes of people for whom it is a quiet hour; they get it later where null. */
  AtNight atNight();

  /** Whether a message is sent again where nobody knows if it was sent. */
  boolean preferDelivery();

  /** Whom the node passes over, or null. */
  Rule skipIf();

  /** The message with these variants. */
  default Message message(List<Variant> variants) {
    return new Message(
        purpose(),
        atNight() == null ? AtNight.HOLD : atNight(),
        preferDelivery(),
        Optional.ofNullable(skipIf()),
        variants);
  }

  /** Whether something was filled in. */
  static boolean isGiven(String text) {
    return text != null && !text.isBlank();
  }

  /** The text, where something was filled in. */
  static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(MessageSettings::isGiven);
  }

  /** The parts that were filled in, of name and text by turns. */
  static Map<String, String> parts(String... namesAndTexts) {
    Map<String, String> parts = new HashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      if (isGiven(namesAndTexts[i + 1])) {
        parts.put(namesAndTexts[i], namesAndTexts[i + 1]);
      }
    }
    return parts;
  }

  /** Reports unless there is either a template or own content, but not both. */
  static void checkSource(String template, String content, String field, NodeCheck check) {
    if (isGiven(template) && isGiven(content)) {
      check.error(
          "template-and-content",
          "template",
          Text.of(
              "There is a template and a text of its own. Clear one of them.",
              "同时填写了模板和内容，请清空其中一项。"));
    } else if (!isGiven(template) && !isGiven(content)) {
      check.error(
          "no-content",
          field,
          Text.of("There is nothing to send. Write it, or choose a template.", "没有内容，请填写内容或选择模板。"));
    }
  }

  /** Reports what an SMS of its own content lacks. */
  static void checkSms(Purpose purpose, String signature, String optOut, NodeCheck check) {
    if (!isGiven(signature) || !isGiven(signature.replaceAll("[\\[\\]【】]", ""))) {
      check.error(
          "no-signature",
          "signature",
          Text.of("An SMS must say who sends it. Give a signature.", "短信必须有签名，请填写签名。"));
    }
    if (purpose == Purpose.MARKETING && !isGiven(optOut)) {
      check.error(
          "no-opt-out",
          "optOut",
          Text.of(
              "A marketing SMS must say how to get no more. Give an opt-out text.",
              "营销短信必须提示退订方式，请填写退订提示。"));
    }
  }

  /** Reports a missing subject. */
  static void checkSubject(String subject, NodeCheck check) {
    if (!isGiven(subject)) {
      check.error(
          "no-subject",
          "subject",
          Text.of("An e-mail needs a subject. Write one.", "邮件必须有主题，请填写主题。"));
    }
  }
}
