package io.sluice.engine.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.canvas.TestCanvases;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes malformed canvas files: every slip once, three slips at a time, and broken texts. */
final class MalformedCanvases {
  private static final int THREE_SLIPS = 100;

  private MalformedCanvases() {}

  /** A sound canvas that asks nothing of its workspace. */
  static ObjectNode sound() {
    ObjectNode file =
        (ObjectNode)
            Mutation.json(TestCanvases.resource("/io/sluice/engine/hostile/sound.canvas.json"));
    file.withObject("/nodes/0")
        .put("name", "Everybody")
        .putObject("position")
        .put("x", 0)
        .put("y", 0);
    file.withObject("/edges/0").put("sourcePort", "out").put("targetPort", "in");
    return file;
  }

  static List<Malformed> of(long seed) {
    JsonNode sound = sound();
    List<Mutation> slips = Slips.in(sound);
    List<Malformed> files = new ArrayList<>();
    slips.forEach(slip -> files.add(malformed(sound, List.of(slip))));
    Random random = new Random(seed);
    for (int i = 0; i < THREE_SLIPS; i++) {
      boolean structural = i % 2 == 0;
      List<Mutation> alike = slips.stream().filter(one -> one.structural() == structural).toList();
      files.add(malformed(sound, random.ints(3, 0, alike.size()).mapToObj(alike::get).toList()));
    }
    files.addAll(BrokenTexts.of(sound.toPrettyString(), seed));
    return files;
  }

  private static Malformed malformed(JsonNode sound, List<Mutation> slips) {
    JsonNode file = sound.deepCopy();
    List<String> what = new ArrayList<>();
    for (Mutation slip : slips) {
      JsonNode before = file.deepCopy();
      slip.edit().on(file);
      // What an earlier slip took away cannot be broken any more.
      if (!file.equals(before)) {
        what.add(slip.what());
      }
    }
    return new Malformed(
        String.join(" and ", what),
        slips.get(0).structural(),
        Malformed.text("", Mutation.textOf(file)).file());
  }
}
