package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.MessageParts;
import io.sluice.node.Text;

/** The sentences of content problems. */
final class ContentTexts {
  private ContentTexts() {}

  static Text unknownChannel(String channel) {
    return Text.of(
        "Messages of the channel '%s' cannot be made; choose one of %s."
            .formatted(channel, MessageParts.channels()),
        "无法生成渠道“%s”的消息；请选择：%s。".formatted(channel, MessageParts.channels()));
  }

  static Text unknownGateway(String key, String channel) {
    return Text.of(
        "There is no gateway '%s' of the channel '%s'; configure it, or choose another."
            .formatted(key, channel),
        "渠道“%2$s”没有通道“%1$s”；请先配置或选择其他通道。".formatted(key, channel));
  }

  static Text unknownTemplate(String key) {
    return Text.of(
        "There is no template '%s'; make it, or choose another.".formatted(key),
        "没有模板“%s”；请创建或选择其他模板。".formatted(key));
  }

  static Text notApproved(String key) {
    return Text.of(
        "The template '%s' is not approved; have it approved, or choose another.".formatted(key),
        "模板“%s”尚未通过审核；请先审核或选择其他模板。".formatted(key));
  }

  static Text wrongChannel(String key, String has, String wanted) {
    return Text.of(
        "The template '%s' is for the channel '%s', not '%s'; choose another."
            .formatted(key, has, wanted),
        "模板“%s”属于渠道“%s”，而不是“%s”；请选择其他模板。".formatted(key, has, wanted));
  }

  static Text noSignature() {
    return Text.of(
        "Neither the template nor the node says who sends the SMS; give a signature.",
        "模板和节点都没有短信签名，请填写签名。");
  }

  static Text noOptOut() {
    return Text.of(
        "Neither the template nor the node says how to get no more; give an opt-out text.",
        "模板和节点都没有退订提示，请填写退订提示。");
  }

  static Text noUnsubscribe() {
    return Text.of(
        "The e-mail has no link to end the consent; put {{ unsubscribe }} where it belongs.",
        "邮件中没有退订链接，请在适当位置加入 {{ unsubscribe }}。");
  }

  static Text noJson() {
    return Text.of(
        "The body is no JSON; put texts and placeholders in double quotes.",
        "内容不是合法的 JSON；请把文本和占位符放在双引号内。");
  }

  static Text listedWord(String word) {
    return Text.of(
        "The word '%s' should not be used; say it in another way.".formatted(word),
        "不应使用词语“%s”，请换一种说法。".formatted(word));
  }
}
