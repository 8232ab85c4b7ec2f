package io.sluice.samples.data;

import io.sluice.engine.segment.SetLog;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Writes the tags and static segments of the demo people. */
record DemoSets(DemoPeople people, WorkspaceId workspace, SetLog sets) {
  private static final SetRef NEWSLETTER = SetRef.tag("newsletter");
  private static final SetRef COMPLAINED = SetRef.tag("complained");
  private static final SetRef STORE_OPENING = SetRef.segment("store-opening");

  void write() {
    append(60, SetWrite.add(NEWSLETTER, those(Marks::newsletter)));
    append(40, SetWrite.add(COMPLAINED, those(Marks::complained)));
    append(10, SetWrite.remove(COMPLAINED, those(Marks::appeased)));
    append(20, SetWrite.add(STORE_OPENING, those(Marks::openingGuest)));
  }

  private void append(int daysAgo, SetWrite write) {
    Instant at = people.reference().minus(Duration.ofDays(daysAgo));
    sets.append(workspace, write, at, "demo data, " + daysAgo + " days ago", null);
  }

  private Audience those(Predicate<Marks> chosen) {
    return Audience.collect(
        IntStream.range(0, people.count()).filter(i -> chosen.test(people.marks(i))));
  }
}
