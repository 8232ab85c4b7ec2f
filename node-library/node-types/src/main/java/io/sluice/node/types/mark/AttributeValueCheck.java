package io.sluice.node.types.mark;

import io.sluice.node.AttributeKind;
import io.sluice.node.NodeCheck;
import io.sluice.node.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;

/** Tells whether values fit an attribute. */
record AttributeValueCheck(AttributeKind kind, NodeCheck check) {
  private static final String SEVERAL = "multi-choice";

  void check(AttributeNode.Settings settings) {
    if (settings.mode() == AttributeNode.Mode.ADD && !kind.type().equals(SEVERAL)) {
      check.error(
          "one-value-only",
          "mode",
          Text.of(
              "Values can be added only where members choose several. Overwrite it, or fill it in.",
              "只有多选属性可以追加，请改为覆盖或填充。"));
    }
    List<String> values = settings.values();
    if (values == null) {
      return;
    }
    if (values.size() > 1 && !kind.type().equals(SEVERAL)) {
      check.error("one-value-only", "values", Text.of("Give one value.", "该属性只能有一个值。"));
    }
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null && !fits(values.get(i))) {
        check.error("value-does-not-fit", "values[" + i + "]", sentence(values.get(i)));
      }
    }
  }

  private boolean fits(String value) {
    return switch (kind.type()) {
      case "number" -> isNumber(value);
      case "date" -> isDate(value);
      case "boolean" -> Set.of("true", "false").contains(value);
      case "choice", SEVERAL -> kind.choices().contains(value);
      default -> true;
    };
  }

  private static boolean isNumber(String value) {
    try {
      BigDecimal number = new BigDecimal(value).stripTrailingZeros();
      return number.scale() <= 6 && number.precision() - number.scale() <= 18;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isDate(String value) {
    try {
      LocalDate.parse(value);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private Text sentence(String value) {
    return switch (kind.type()) {
      case "number" ->
          Text.of(
              "'%s' is no number. Write digits, for example 12.5.".formatted(value),
              "“%s”不是数字，请填写如 12.5。".formatted(value));
      case "date" ->
          Text.of(
              "'%s' is no date. Write it as 2026-02-28.".formatted(value),
              "“%s”不是日期，请按 2026-02-28 填写。".formatted(value));
      case "boolean" ->
          Text.of(
              "'%s' is neither true nor false.".formatted(value),
              "“%s”不是 true 或 false。".formatted(value));
      default ->
          Text.of(
              "'%s' is none of the choices: %s."
                  .formatted(value, String.join(", ", kind.choices())),
              "“%s”不在选项中：%s。".formatted(value, String.join("、", kind.choices())));
    };
  }
}
