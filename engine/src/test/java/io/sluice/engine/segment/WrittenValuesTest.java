package io.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.FieldType;
import io.sluice.engine.segment.leaf.Leaf;
import io.sluice.engine.segment.rule.ValueTest;
import io.sluice.node.Audience;
import io.sluice.node.ValueRef;
import io.sluice.node.ValueWrite;
import io.sluice.node.ValueWrite.Mode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of people by several choices, held against choices kept person by person. */
class WrittenValuesTest {
  private static final int PEOPLE = 60;
  private static final List<String> CHOICES = List.of("a", "b", "c", "d");
  private static final Attribute INTERESTS =
      new Attribute(
          1, "interests", "Interests", FieldType.MULTI_CHOICE, CHOICES, Attribute.Origin.OWN);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void tellsWhatEachPersonWouldHave(long seed) {
    Random random = new Random(seed);
    List<Set<String>> chosen = new ArrayList<>();
    for (int member = 0; member < PEOPLE; member++) {
      chosen.add(some(random));
    }
    List<Set<String>> before = chosen.stream().<Set<String>>map(HashSet::new).toList();
    List<ValueWrite> writes = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      writes.add(write(random, chosen));
    }

    WrittenValues values =
        new WrittenValues(writes, leaf -> passing(before, ((Leaf.Custom) leaf).test()));

    for (int i = 0; i < 40; i++) {
      ValueTest test = test(random);
      assertThat(values.answer(new Leaf.Custom(INTERESTS, test)))
          .as(test.toString())
          .isEqualTo(passing(chosen, test));
    }
  }

  private static ValueWrite write(Random random, List<Set<String>> chosen) {
    Mode mode = List.of(Mode.SET, Mode.FILL, Mode.ADD).get(random.nextInt(3));
    Set<String> written = some(random);
    written.add(CHOICES.get(random.nextInt(CHOICES.size())));
    Audience whose = people(member -> random.nextInt(3) == 0);
    whose.forEach(
        member -> {
          Set<String> own = chosen.get(member);
          if (mode == Mode.ADD || mode == Mode.SET || own.isEmpty()) {
            if (mode == Mode.SET) {
              own.clear();
            }
            own.addAll(written);
          }
        });
    return new ValueWrite(ValueRef.attribute("interests"), mode, List.copyOf(written), whose);
  }

  private static ValueTest test(Random random) {
    Set<Object> wanted = new HashSet<>(some(random));
    wanted.add(CHOICES.get(random.nextInt(CHOICES.size())));
    return switch (random.nextInt(3)) {
      case 0 -> new ValueTest.OneOf(wanted);
      case 1 -> new ValueTest.AllOf(wanted);
      default -> new ValueTest.IsSet();
    };
  }

  private static Audience passing(List<Set<String>> chosen, ValueTest test) {
    return people(
        member -> {
          Set<String> own = chosen.get(member);
          if (test instanceof ValueTest.OneOf oneOf) {
            return oneOf.values().stream().anyMatch(own::contains);
          }
          return test instanceof ValueTest.AllOf all
              ? own.containsAll(all.values())
              : !own.isEmpty();
        });
  }

  private static Set<String> some(Random random) {
    Set<String> some = new TreeSet<>(CHOICES);
    some.removeIf(choice -> random.nextInt(3) > 0);
    return some;
  }

  private static Audience people(IntPredicate who) {
    return Audience.collect(IntStream.range(0, PEOPLE).filter(who));
  }
}
