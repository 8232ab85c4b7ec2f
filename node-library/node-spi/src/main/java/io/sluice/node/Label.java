package io.sluice.node;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a setting, or a choice of an enum, is called on screen, and which field the form shows. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Label {
  /** The label in English. */
  String en();

  /** The label in Chinese. */
  String zh();

  /**
   * The kind of field where the type alone does not tell: {@code segment}, {@code tag}, {@code
   * ratio}, {@code local-date-time}, {@code template}, {@code gateway}, {@code liquid} for a text
   * with placeholders, {@code html}. Empty for the plain field of the type.
   */
  String field() default "";

  /**
   * When the form shows the field: {@code who=segment} where another setting has that value, {@code
   * template=} where it is empty, {@code action=add|deduct} for either. Empty for always. What is
   * hidden is kept, and checked, all the same; with a problem it is shown.
   */
  String when() default "";
}
