package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Placeholder;
import io.sluice.node.Text;
import java.util.List;

/** The sentences about what messages say of rewards. */
final class RewardCheckTexts {
  private RewardCheckTexts() {}

  static Text unknownAccount(String account, List<String> known) {
    String names = known.isEmpty() ? "none" : String.join(", ", known);
    return Text.of(
        "There is no account of points for 'points.%s'; make it, or use one of: %s."
            .formatted(account, names),
        "没有积分账户“points.%s”；请先创建，或使用：%s。".formatted(account, names));
  }

  static Text whichAccount(List<String> known) {
    return known.isEmpty()
        ? Text.of(
            "There is no account of points for 'points'; make one, or take the placeholder out.",
            "没有积分账户，占位符“points”没有值；请创建账户或去掉该占位符。")
        : Text.of(
            "There are several accounts of points; say which by 'points.<account>': %s."
                .formatted(String.join(", ", known)),
            "有多个积分账户，请用“points.<账户>”指明：%s。".formatted(String.join("、", known)));
  }

  static Text noneBefore(Placeholder.Reward reward) {
    return Text.of(
        "'%s' has no value here: no node above this message gives a %s; put one above it, or take the placeholder out."
            .formatted(reward.name(), reward.kind()),
        "此处“%s”没有值：上游没有发放它的节点；请在上游添加，或去掉该占位符。".formatted(reward.name()));
  }

  static Text unknownNode(Placeholder.Reward reward, List<String> nodes) {
    String names = String.join(", ", nodes);
    return Text.of(
        "'%s' names no node above this message that gives a %s; use one of: %s."
            .formatted(reward.name(), reward.kind(), names),
        "“%s”没有指向上游的发放节点；可用：%s。".formatted(reward.name(), names));
  }

  static Text several(Placeholder.Reward reward, List<String> nodes) {
    return Text.of(
        "Several nodes above this message give a %s: %s. Who got several is told of that of '%s'; to tell of another, write '%ss.<node>.%s'."
            .formatted(
                reward.kind(),
                String.join(", ", nodes),
                nodes.get(0),
                reward.kind(),
                reward.part()),
        "上游有多个发放节点：%s。同时获得多个的人以“%s”为准；如需指定请写“%ss.<节点>.%s”。"
            .formatted(String.join("、", nodes), nodes.get(0), reward.kind(), reward.part()));
  }

  static Text withoutTerms(Placeholder.Reward reward) {
    String root = reward.name().substring(0, reward.name().lastIndexOf('.'));
    return Text.of(
        "The message gives a coupon without its conditions and validity; add {{ %s.conditions }} and {{ %s.validity }}."
            .formatted(root, root),
        "消息发放优惠券但没有说明使用条件和有效期；请加入 {{ %s.conditions }} 和 {{ %s.validity }}。".formatted(root, root));
  }
}
