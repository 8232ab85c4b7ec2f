package io.sluice.engine.nodetype;

import io.sluice.node.KeyForm;
import io.sluice.node.Text;
import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Map;

/** What a broken validation annotation means, to be read after the name of the setting. */
final class ConstraintWords {
  private ConstraintWords() {}

  static Text of(ConstraintViolation<?> violation) {
    Map<String, Object> limits = violation.getConstraintDescriptor().getAttributes();
    Object least = limits.get("value");
    return switch (violation
        .getConstraintDescriptor()
        .getAnnotation()
        .annotationType()
        .getSimpleName()) {
      case "NotNull", "NotBlank", "NotEmpty" -> Text.of("is missing. Fill it in", "必须填写");
      case "Size" -> size(violation.getInvalidValue(), limits);
      case "Min" -> Text.of("must be " + least + " or more", "不能小于 " + least);
      case "Max" -> Text.of("must be " + least + " or less", "不能大于 " + least);
      case "DecimalMin" ->
          Boolean.FALSE.equals(limits.get("inclusive"))
              ? Text.of("must be above " + least, "必须大于 " + least)
              : Text.of("must be " + least + " or more", "不能小于 " + least);
      case "DecimalMax" ->
          Boolean.FALSE.equals(limits.get("inclusive"))
              ? Text.of("must be below " + least, "必须小于 " + least)
              : Text.of("must be " + least + " or less", "不能大于 " + least);
      case "Positive" -> Text.of("must be above 0", "必须大于 0");
      case "PositiveOrZero" -> Text.of("must be 0 or more", "不能小于 0");
      case "Digits" ->
          Text.of(
              "must have at most %s digits before and %s after the point"
                  .formatted(limits.get("integer"), limits.get("fraction")),
              "最多 " + limits.get("integer") + " 位整数、" + limits.get("fraction") + " 位小数");
      case "Pattern" -> pattern(String.valueOf(limits.get("regexp")));
      default -> Text.of(violation.getMessage(), "无效:" + violation.getMessage());
    };
  }

  private static Text size(Object value, Map<String, Object> limits) {
    boolean list = value instanceof Collection;
    return Text.of(
        "must have %s to %s %s"
            .formatted(limits.get("min"), limits.get("max"), list ? "entries" : "characters"),
        (list ? "必须有 %s 到 %s 项" : "必须有 %s 到 %s 个字符")
            .formatted(limits.get("min"), limits.get("max")));
  }

  private static Text pattern(String form) {
    return switch (form) {
      case KeyForm.KEY ->
          Text.of(
              "must be one line with no blanks before or behind it; correct it, or leave it out",
              "必须是单行文本，前后不能有空格；请更正或留空不填");
      case KeyForm.NODE ->
          Text.of(
              "must be the id of a node: a letter or _, then letters, digits, _ or -",
              "必须是节点标识：以字母或 _ 开头，只含字母、数字、_、-");
      default -> Text.of("must have the form " + form, "的格式必须是 " + form);
    };
  }
}
