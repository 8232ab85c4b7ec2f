package io.sluice.engine.delivery.content.template;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** How far a version of a template is. */
public enum TemplateState {
  /** It can be changed. */
  DRAFT,
  /** Somebody is to decide. */
  SUBMITTED,
  /** It can be sent, and never changes. */
  APPROVED,
  /** It can be changed and submitted again. */
  REJECTED;

  /** The name in JSON and in the database. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static TemplateState of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  boolean isEditable() {
    return this == DRAFT || this == REJECTED;
  }

  /** What moves a version on. */
  enum Step {
    SUBMIT(Set.of(DRAFT, REJECTED), SUBMITTED),
    APPROVE(Set.of(SUBMITTED), APPROVED),
    REJECT(Set.of(SUBMITTED), REJECTED);

    final Set<TemplateState> from;
    final TemplateState to;

    Step(Set<TemplateState> from, TemplateState to) {
      this.from = from;
      this.to = to;
    }

    @JsonValue
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Step of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT));
    }
  }
}
