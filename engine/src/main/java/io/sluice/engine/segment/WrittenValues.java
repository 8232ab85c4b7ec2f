package io.sluice.engine.segment;

import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.FieldType;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.segment.leaf.Leaf;
import io.sluice.engine.segment.rule.ValueTest;
import io.sluice.node.Audience;
import io.sluice.node.ValueRef;
import io.sluice.node.ValueWrite;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers leaves as if values had been written that are not: who changed is known as a set, so that
 * nobody's value is read.
 */
final class WrittenValues {
  private final List<ValueWrite> writes;
  private final Function<Leaf, Audience> kept;
  private final Map<Question, Audience> known = new HashMap<>();

  /** A leaf after the first so many writes. */
  private record Question(int count, Leaf leaf) {}

  /**
   * What is there with writes on top.
   *
   * @param writes in the order in which they would be done
   * @param kept answers leaves from what is there
   */
  WrittenValues(List<ValueWrite> writes, Function<Leaf, Audience> kept) {
    this.writes = List.copyOf(writes);
    this.kept = kept;
  }

  Audience answer(Leaf leaf) {
    return after(writes.size(), leaf);
  }

  private Audience after(int count, Leaf leaf) {
    Question question = new Question(count, leaf);
    Audience answer = known.get(question);
    if (answer == null) {
      answer = find(count, leaf);
      known.put(question, answer);
    }
    return answer;
  }

  private Audience find(int count, Leaf leaf) {
    for (int last = count - 1; last >= 0; last--) {
      ValueWrite write = writes.get(last);
      if (target(leaf) != null && write.target().equals(target(leaf))) {
        return after(last, write, leaf);
      }
    }
    return kept.apply(leaf);
  }

  private static ValueRef target(Leaf leaf) {
    if (leaf instanceof Leaf.Profile profile) {
      return profile.field() == ProfileField.LEVEL ? ValueRef.LEVEL : null;
    }
    if (leaf instanceof Leaf.Custom custom) {
      return ValueRef.attribute(custom.attribute().key());
    }
    if (leaf instanceof Leaf.DaysOfYear days) {
      return days.attribute().map(Attribute::key).map(ValueRef::attribute).orElse(null);
    }
    return null;
  }

  private Audience after(int earlier, ValueWrite write, Leaf leaf) {
    Audience before = after(earlier, leaf);
    if (write.mode() == ValueWrite.Mode.ADD) {
      return before.union(write.members().intersect(withMore(earlier, write, leaf)));
    }
    Audience changed = write.members().minus(unchanged(earlier, write, leaf));
    return passes(leaf, write.values()) ? before.union(changed) : before.minus(changed);
  }

  /** Whose value stays what it is. */
  private Audience unchanged(int earlier, ValueWrite write, Leaf leaf) {
    return switch (write.mode()) {
      case RAISE -> after(earlier, atLeast(write));
      case FILL -> after(earlier, isSet(leaf));
      default -> Audience.empty();
    };
  }

  private static Leaf atLeast(ValueWrite write) {
    BigDecimal level = new BigDecimal(write.values().get(0));
    return new Leaf.Profile(
        ProfileField.LEVEL, new ValueTest.Range(new ValueTest.Bound(level, true), null));
  }

  private static Leaf isSet(Leaf leaf) {
    if (leaf instanceof Leaf.Profile profile) {
      return new Leaf.Profile(profile.field(), new ValueTest.IsSet());
    }
    return leaf instanceof Leaf.Custom custom
        ? new Leaf.Custom(custom.attribute(), new ValueTest.IsSet())
        : new Leaf.Custom(
            ((Leaf.DaysOfYear) leaf).attribute().orElseThrow(), new ValueTest.IsSet());
  }

  /** Who meets the leaf once the values came to those that were there; everybody where all do. */
  private Audience withMore(int earlier, ValueWrite write, Leaf leaf) {
    if (passes(leaf, write.values())) {
      return write.members();
    }
    if (leaf instanceof Leaf.Custom custom && custom.test() instanceof ValueTest.AllOf all) {
      Set<Object> missing = new HashSet<>(all.values());
      write.values().forEach(missing::remove);
      if (missing.size() < all.values().size()) {
        return after(earlier, new Leaf.Custom(custom.attribute(), new ValueTest.AllOf(missing)));
      }
    }
    return Audience.empty();
  }

  private static boolean passes(Leaf leaf, List<String> texts) {
    if (leaf instanceof Leaf.DaysOfYear days) {
      LocalDate date = LocalDate.parse(texts.get(0));
      int day = date.getMonthValue() * 100 + date.getDayOfMonth();
      return days.days().stream().anyMatch(range -> range.from() <= day && day <= range.to());
    }
    if (leaf instanceof Leaf.Custom custom) {
      return KnownValues.pass(parse(custom.attribute().type(), texts), custom.test());
    }
    return KnownValues.pass(parse(FieldType.NUMBER, texts), ((Leaf.Profile) leaf).test());
  }

  private static List<Object> parse(FieldType type, List<String> texts) {
    return texts.stream().map(text -> KnownValues.parse(type, text)).toList();
  }
}
