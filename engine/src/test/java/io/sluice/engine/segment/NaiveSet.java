package io.sluice.engine.segment;

import io.sluice.node.SetWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A kept set replayed person by person. Shares no code with the engine. */
final class NaiveSet {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Instant at, int number, SetWrite write) {}

  void append(Instant at, SetWrite write) {
    entries.add(new Entry(at, entries.size(), write));
  }

  Set<Integer> at(Instant instant, int people) {
    Set<Integer> in = new TreeSet<>();
    for (int person = 0; person < people; person++) {
      if (isIn(person, instant)) {
        in.add(person);
      }
    }
    return in;
  }

  private boolean isIn(int person, Instant instant) {
    List<Entry> until =
        entries.stream()
            .filter(entry -> !entry.at.isAfter(instant))
            .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::number))
            .toList();
    boolean in = false;
    for (Entry entry : until) {
      boolean named = entry.write.members().contains(person);
      boolean valid = entry.write.expiresAt().map(instant::isBefore).orElse(true);
      in =
          switch (entry.write.change()) {
            case ADD -> named ? valid : in;
            case REMOVE -> !named && in;
            case REPLACE -> named && valid;
          };
    }
    return in;
  }
}
