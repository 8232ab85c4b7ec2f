package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.DateRef;
import io.sluice.node.FactRef;
import io.sluice.node.InPort;
import io.sluice.node.Inputs;
import io.sluice.node.NodeType;
import io.sluice.node.SetRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** What the laws are tried on: examples of settings, and per round a context and random inputs. */
record Trials<C extends Record>(
    NodeType<C> type, List<C> examples, Function<Inputs, Audience> mustLeave) {
  private static final int ROUNDS = 30;
  private static final int PEOPLE = 600;
  private static final int GUESTS = 60;

  /** One round: settings, the seed of all that is random in it, and people of its own. */
  record Round<C>(C settings, int seed) {
    FakeContext context() {
      Instant instant = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(31L * seed));
      ArbitraryPeople people = people();
      return new FakeContext(
          instant, ZoneId.of("Europe/Berlin"), people, people.rewards(), dates(), seed);
    }

    /** Every third has each date that examples name, scattered around the instant. */
    private FakeDates dates() {
      FakeDates dates = new FakeDates();
      Random random = new Random(seed);
      dates.zone(ZoneId.of("Asia/Shanghai"), Audience.range(0, PEOPLE / 3));
      for (DateRef.Kind kind : DateRef.Kind.values()) {
        for (int member = 0; member < PEOPLE; member += 3) {
          int hours = random.nextInt(24 * 400) - 24 * 200;
          Instant at = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(hours));
          for (String key : List.of("", "day", "node")) {
            if (kind.isDay()) {
              dates.day(new DateRef(kind, key), member, LocalDate.ofInstant(at, ZoneId.of("UTC")));
            } else {
              dates.instant(new DateRef(kind, key), member, at);
            }
          }
        }
      }
      return dates;
    }

    ArbitraryPeople people() {
      return new ArbitraryPeople(Audience.range(0, PEOPLE));
    }

    Audience audience() {
      return random(new Random(seed));
    }
  }

  /** What a law demands in every round. */
  interface Law<C> {
    void holds(Round<C> round);
  }

  DynamicTest test(String name, Law<C> law) {
    return DynamicTest.dynamicTest(name, forAllRounds(name, law));
  }

  private Executable forAllRounds(String name, Law<C> law) {
    return () -> {
      for (C settings : examples) {
        for (int seed = 0; seed < ROUNDS; seed++) {
          requireHolds(name, law, new Round<>(settings, seed));
        }
      }
    };
  }

  private void requireHolds(String name, Law<C> law, Round<C> round) {
    try {
      law.holds(round);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "Broken law '%s' with %s: %s".formatted(name, round.settings(), e.getMessage()), e);
    }
  }

  /** Random people at every in-port: one arrow, or up to four where many may enter. */
  Inputs inputs(Round<C> round) {
    Random random = new Random(round.seed());
    Map<String, List<Audience>> byPort = new HashMap<>();
    for (InPort port : type.ports(round.settings()).in()) {
      int arrows = port.many() ? random.nextInt(5) : 1;
      List<Audience> audiences = new ArrayList<>();
      for (int arrow = 0; arrow < arrows; arrow++) {
        audiences.add(random(random));
      }
      byPort.put(port.key(), audiences);
    }
    return Inputs.of(byPort);
  }

  /** Every set that was read in the context must be one the node says it reads. */
  static <C extends Record> void requireDeclaredReads(
      NodeType<C> type, C settings, FakeContext context) {
    Set<SetRef> read = ((ArbitraryPeople) context.people()).setsRead();
    assertThat(new HashSet<FactRef>(type.reads(settings)))
        .as("sets it says it reads")
        .containsAll(read);
  }

  /** Nobody, a few, half or all of the members and guests. */
  private static Audience random(Random random) {
    double share = new double[] {0, 0.02, 0.5, 1}[random.nextInt(4)];
    Audience.Builder builder = Audience.builder();
    for (int member = 0; member < PEOPLE + GUESTS; member++) {
      if (random.nextDouble() < share) {
        builder.add(member);
      }
    }
    return builder.build();
  }
}
