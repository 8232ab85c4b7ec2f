package io.sluice.engine.nodetype;

import jakarta.validation.ConstraintViolation;
import java.util.Map;

/** What a broken validation annotation means, in Chinese. */
final class Chinese {
  private Chinese() {}

  static String ofConstraint(ConstraintViolation<?> violation) {
    Map<String, Object> limits = violation.getConstraintDescriptor().getAttributes();
    return switch (violation
        .getConstraintDescriptor()
        .getAnnotation()
        .annotationType()
        .getSimpleName()) {
      case "NotNull", "NotBlank", "NotEmpty" -> "必须填写";
      case "Size" -> "的长度必须在 " + limits.get("min") + " 到 " + limits.get("max") + " 之间";
      case "Min", "DecimalMin" -> "不能小于 " + limits.get("value");
      case "Max", "DecimalMax" -> "不能大于 " + limits.get("value");
      case "Positive" -> "必须大于 0";
      case "PositiveOrZero" -> "不能小于 0";
      case "Digits" -> "最多 " + limits.get("integer") + " 位整数、" + limits.get("fraction") + " 位小数";
      case "Pattern" -> "的格式必须是 " + limits.get("regexp");
      default -> "无效:" + violation.getMessage();
    };
  }
}
