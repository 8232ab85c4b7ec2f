package io.sluice.engine.delivery.content.liquid;

import io.sluice.node.Text;
import java.util.Set;
import java.util.TreeSet;

/** What can be wrong with a template. */
final class LiquidProblems {
  private LiquidProblems() {}

  static LiquidProblem unreadable(int line, int character) {
    return unreadable(
        Text.of(
            "line %d, character %d".formatted(line, character),
            "第 %d 行第 %d 个字符".formatted(line, character)));
  }

  /** What the library says of it would tell nobody anything. */
  static LiquidProblem meaningless() {
    return unreadable(
        Text.of("a tag, filter or condition in it cannot be worked out", "其中有标签、过滤器或条件无法计算"));
  }

  static LiquidProblem nestedTooDeeply() {
    return unreadable(Text.of("it is nested too deeply", "嵌套过深"));
  }

  private static LiquidProblem unreadable(Text why) {
    return new LiquidProblem(
        "template-unreadable",
        Text.of(
            "The template cannot be read: %s. Correct the Liquid there.".formatted(why.en()),
            "模板无法解析：%s。请修改该处的 Liquid 语法。".formatted(why.zh())));
  }

  static LiquidProblem tooHeavy() {
    return new LiquidProblem(
        "template-too-heavy",
        Text.of(
            "The template goes round more than %d times or becomes longer than %d characters; shorten its loops."
                .formatted(Liquid.MOST_ROUNDS, Liquid.MOST_CHARACTERS),
            "模板循环超过 %d 次或结果超过 %d 个字符，请缩短循环。"
                .formatted(Liquid.MOST_ROUNDS, Liquid.MOST_CHARACTERS)));
  }

  static LiquidProblem tooSlow() {
    return new LiquidProblem(
        LiquidProblem.TOO_SLOW,
        Text.of(
            "The text takes too long to make; let its loops go round less often, or use fewer filters in them.",
            "生成文本耗时过长；请减少循环次数，或减少循环中的过滤器。"));
  }

  static LiquidProblem unknownTag(String tag) {
    return new LiquidProblem(
        "unknown-tag",
        Text.of(
            "The tag '%s' cannot be used in messages; use assign, if, unless, case, for, break, continue, comment or raw."
                .formatted(tag),
            "消息中不能使用标签“%s”；可用 assign、if、unless、case、for、break、continue、comment 和 raw。"
                .formatted(tag)));
  }

  static LiquidProblem unknownFilter(String filter) {
    String known = String.join(", ", SafeFilters.names());
    return new LiquidProblem(
        "unknown-filter",
        Text.of(
            "The filter '%s' cannot be used in messages; use one of %s.".formatted(filter, known),
            "消息中不能使用过滤器“%s”；可用：%s。".formatted(filter, known)));
  }

  static LiquidProblem unknownPlaceholder(String name) {
    return new LiquidProblem(
        "unknown-placeholder",
        Text.of(
            "There is no placeholder '%s'; use one of %s.".formatted(name, Placeholder.known()),
            "没有占位符“%s”；可用：%s。".formatted(name, Placeholder.known())));
  }

  static LiquidProblem badLink(String link) {
    return new LiquidProblem(
        "bad-link",
        Text.of(
            "A link must begin with http:// or https://, not '%s'.".formatted(link),
            "链接须以 http:// 或 https:// 开头，而不是“%s”。".formatted(link)));
  }

  static LiquidProblem linkNotLast(String filter) {
    return new LiquidProblem(
        "link-not-last",
        Text.of(
            "A finished link cannot go through the filter '%s'; put 'link' last.".formatted(filter),
            "已生成的链接不能再经过过滤器“%s”；请把 link 放在最后。".formatted(filter)));
  }

  static LiquidProblem unknownAttribute(String attribute, Set<String> known) {
    String names = known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known));
    return new LiquidProblem(
        "unknown-placeholder",
        Text.of(
            "There is no attribute for 'member.attributes.%s'; make it, or use one of: %s."
                .formatted(attribute, names),
            "没有属性“member.attributes.%s”；请先创建，或使用：%s。".formatted(attribute, names)));
  }

  static LiquidProblem unknownColumn(String column, Set<String> known) {
    if (known.isEmpty()) {
      return new LiquidProblem(
          "unknown-placeholder",
          Text.of(
              "'list.%s' has no value here: no imported list with columns leads to this message; begin with one, or take the placeholder out."
                  .formatted(column),
              "此处“list.%s”没有值：没有带列的导入名单通向该消息；请从导入名单开始，或去掉该占位符。".formatted(column)));
    }
    String names = String.join(", ", new TreeSet<>(known));
    return new LiquidProblem(
        "unknown-placeholder",
        Text.of(
            "The imported list has no column for 'list.%s'; use one of: %s."
                .formatted(column, names),
            "导入名单没有列“list.%s”；可用：%s。".formatted(column, names)));
  }
}
