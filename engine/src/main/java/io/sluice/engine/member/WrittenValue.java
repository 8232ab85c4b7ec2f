package io.sluice.engine.member;

import io.sluice.engine.importing.BadValue;
import io.sluice.node.NodeFailure;
import io.sluice.node.ValueWrite;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A value to be written, as it is stored.
 *
 * @param attribute the attribute; the level where it is empty
 * @param mode how it goes together with what is there
 * @param value a whole number for the level; a sorted list of texts where there are several
 */
public record WrittenValue(Optional<Attribute> attribute, ValueWrite.Mode mode, Object value) {
  /**
   * What a write comes to.
   *
   * @throws NodeFailure if the value does not fit
   */
  public static WrittenValue of(Optional<Attribute> attribute, ValueWrite write) {
    try {
      return new WrittenValue(attribute, write.mode(), parse(attribute, write.values()));
    } catch (BadValue bad) {
      throw new NodeFailure(
          "The value %s of '%s' %s; change it in the node's settings"
              .formatted(write.values(), write.target().key(), bad.getMessage()));
    }
  }

  private static Object parse(Optional<Attribute> attribute, List<String> texts) {
    if (attribute.isEmpty()) {
      return FieldValues.parse(ProfileField.LEVEL, texts.get(0), java.time.ZoneOffset.UTC);
    }
    return attribute.get().type() == FieldType.MULTI_CHOICE
        ? FieldValues.choices(attribute.get(), texts)
        : FieldValues.parse(attribute.get(), texts.get(0));
  }

  /** What somebody has after it who had this before, or null for none. */
  public Object after(Object before) {
    if (before == null) {
      return value;
    }
    return switch (mode) {
      case SET -> value;
      case FILL -> before;
      case RAISE -> (Integer) before >= (Integer) value ? before : value;
      case ADD -> both((List<?>) before, (List<?>) value);
    };
  }

  private static List<String> both(List<?> before, List<?> added) {
    TreeSet<String> all = new TreeSet<>();
    before.forEach(one -> all.add((String) one));
    added.forEach(one -> all.add((String) one));
    return List.copyOf(all);
  }
}
