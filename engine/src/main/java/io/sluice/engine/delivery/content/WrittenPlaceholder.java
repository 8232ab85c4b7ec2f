package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Placeholder;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.member.WrittenValue;
import io.sluice.node.Audience;
import io.sluice.node.ValueRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value that a node before would have written, in place of the one that messages find.
 *
 * @param members whose value
 */
record WrittenPlaceholder(Placeholder placeholder, WrittenValue value, Audience members) {
  /** The value behind a placeholder, where it is one that nodes can write. */
  static Optional<ValueRef> value(Placeholder placeholder) {
    if (placeholder instanceof Placeholder.Custom custom) {
      return Optional.of(ValueRef.attribute(custom.attribute()));
    }
    return placeholder instanceof Placeholder.Profile profile
            && profile.field() == ProfileField.LEVEL
        ? Optional.of(ValueRef.LEVEL)
        : Optional.empty();
  }

  /** The person once all of that is written. */
  static Person on(Person person, List<WrittenPlaceholder> changes) {
    if (changes.stream().noneMatch(change -> change.members.contains(person.member()))) {
      return person;
    }
    Map<Placeholder, Object> values = new HashMap<>(person.values());
    for (WrittenPlaceholder change : changes) {
      if (change.members.contains(person.member())) {
        values.compute(change.placeholder, (key, before) -> shown(change.value.after(before)));
      }
    }
    return new Person(person.member(), person.address(), values);
  }

  private static Object shown(Object value) {
    return value instanceof List || value instanceof Integer ? value : AttributeReader.shown(value);
  }
}
