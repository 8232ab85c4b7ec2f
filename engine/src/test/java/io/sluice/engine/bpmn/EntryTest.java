package io.sluice.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.TestCanvases;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {
  private final BoundCanvas canvas =
      TestCanvases.bind(TestCanvases.resource("/io/sluice/engine/bpmn/releases.canvas.json"));

  @Test
  void makesOneEntryForTheStartAndOnePerReleasePort() {
    assertThat(Entry.of(canvas)).extracting(Entry::key).containsExactly("main", "r.happened");
  }

  @Test
  void holdsExactlyTheNodesThatCanBeReachedFromTheEntry() {
    List<Entry> entries = Entry.of(canvas);

    assertThat(entries.get(0).nodes()).containsExactly("t", "r", "late", "both", "end");
    assertThat(entries.get(1).nodes()).containsExactly("early", "both", "end");
  }

  @Test
  void joinsOnlyTheInputsThatArePresent() {
    List<Entry> entries = Entry.of(canvas);

    assertThat(entries.get(0).flowsInto(canvas, "both")).extracting("edgeId").containsExactly("e5");
    assertThat(entries.get(1).flowsInto(canvas, "both")).extracting("edgeId").containsExactly("e4");
  }
}
