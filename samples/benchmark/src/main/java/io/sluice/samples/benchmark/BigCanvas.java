package io.sluice.samples.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** A canvas of 30 nodes on 8 conditions. */
final class BigCanvas {
  private static final Question LEVEL = Question.levelAtLeast(3);
  private static final Question WOMEN = Question.genderIs("female");
  private static final Question TIER = Question.cityTierAtMost(2);
  private static final Question APP = Question.hasApp();
  private static final Question RECENT = Question.ordered(90, Bench.NOW);
  private static final Question SPENT = Question.spent(1_000, 365, Bench.NOW);
  private static final Question ACTIVE = Question.active();
  private static final Question TEXTS = Question.agreed("sms", Bench.NOW);

  static final List<Question> QUESTIONS =
      List.of(LEVEL, WOMEN, TIER, APP, RECENT, SPENT, ACTIVE, TEXTS);

  static final String MERGE_INPUT = arrow("f2", null, "m1", null);
  static final String OTHER_MERGE_INPUT = arrow("f3", null, "m1", null);
  static final String INTERSECT_INPUT = arrow("f4", null, "i1", null);
  static final String OTHER_INTERSECT_INPUT = arrow("f5", null, "i1", null);
  static final String EXCLUDE_INPUT = arrow("f6", null, "x1", "minus");
  static final String OTHER_EXCLUDE_INPUT = arrow("f7", null, "x1", "minus");
  static final String DEDUPE_INPUT = arrow("f8", null, "d1", "in2");
  static final String OTHER_DEDUPE_INPUT = arrow("f1", null, "d1", "in2");
  static final String BRANCH =
      branches("level", LEVEL.rule()) + "," + branches("women", WOMEN.rule());
  static final String OTHER_BRANCH =
      branches("level", TIER.rule()) + "," + branches("women", WOMEN.rule());

  private BigCanvas() {}

  static String file() {
    Canvases canvas = new Canvases().node("t", "target-group", "{\"who\":\"everyone\"}");
    canvas
        .filter("f1", "t", LEVEL)
        .filter("f2", "t", WOMEN)
        .filter("f3", "t", TIER)
        .filter("f4", "t", APP)
        .filter("f5", "t", RECENT)
        .filter("f6", "t", SPENT)
        .filter("f7", "t", ACTIVE)
        .filter("f8", "t", TEXTS)
        .node("m1", "merge", "{}")
        .arrow("f1", "m1")
        .arrow("f2", "m1")
        .node("i1", "intersect", "{}")
        .arrow("f3", "i1")
        .arrow("f4", "i1")
        .node("x1", "exclude", "{}")
        .arrow("f5", "x1.main")
        .arrow("f6", "x1.minus")
        .node("d1", "dedupe", "{\"inputs\":2}")
        .arrow("f7", "d1.in1")
        .arrow("f8", "d1.in2")
        .node("b1", "branch", "{\"branches\":[" + BRANCH + "]}")
        .arrow("m1", "b1")
        .node("s1", "sample", "{\"draws\":[{\"key\":\"a\",\"name\":\"A\",\"ratio\":0.5}]}")
        .arrow("i1", "s1")
        .node("p1", "split", split(30, 70))
        .arrow("x1", "p1")
        .filter("f9", "d1.out1", "{\"any\":[" + LEVEL.rule() + "," + WOMEN.rule() + "]}")
        .node("m2", "merge", "{}")
        .arrow("b1.level", "m2")
        .arrow("s1.a", "m2")
        .arrow("p1.a", "m2")
        .node("x2", "exclude", "{}")
        .arrow("m2", "x2.main")
        .arrow("d1.out2", "x2.minus")
        .node("p2", "split", split(20, 80))
        .arrow("x2", "p2")
        .node("i2", "intersect", "{}")
        .arrow("p2.a", "i2")
        .arrow("f9", "i2")
        .node("s2", "sample", "{\"draws\":[{\"key\":\"a\",\"name\":\"A\",\"ratio\":0.25}]}")
        .arrow("i2", "s2")
        .node("d2", "dedupe", "{\"inputs\":2}")
        .arrow("p2.b", "d2.in1")
        .arrow("f9.rest", "d2.in2");
    for (String from :
        new String[] {"b1.women", "b1.rest", "s1.rest", "p1.b", "s2.a", "s2.rest", "d2.out2"}) {
      String id = "tag_" + from.replace('.', '_');
      canvas.node(id, "tag", "{\"tag\":\"" + id + "\",\"action\":\"add\"}").arrow(from, id);
    }
    return canvas.node("c1", "control", "{}").arrow("d2.out1", "c1").file();
  }

  /** For conditions of the canvas, others of their kind; each number makes one of its own. */
  static Map<Question, IntFunction<Question>> changes() {
    Map<Question, IntFunction<Question>> changes = new LinkedHashMap<>();
    changes.put(ACTIVE, n -> Question.registeredWithin(300 + n, Bench.NOW));
    changes.put(APP, n -> Question.visitedStores(10 + n));
    changes.put(RECENT, n -> Question.ordered(90 + n, Bench.NOW));
    changes.put(SPENT, n -> Question.spent(1_000 + n, 365, Bench.NOW));
    return changes;
  }

  private static String split(int a, int b) {
    return "{\"variants\":[{\"key\":\"a\",\"name\":\"A\",\"percent\":%d},{\"key\":\"b\",\"name\":\"B\",\"percent\":%d}]}"
        .formatted(a, b);
  }

  private static String branches(String key, String rule) {
    return "{\"key\":\"%s\",\"name\":\"%s\",\"rule\":%s}".formatted(key, key, rule);
  }

  private static String arrow(String source, String sourcePort, String target, String targetPort) {
    return "\"source\":\"%s\"%s,\"target\":\"%s\"%s}"
        .formatted(
            source,
            sourcePort == null ? "" : ",\"sourcePort\":\"" + sourcePort + "\"",
            target,
            targetPort == null ? "" : ",\"targetPort\":\"" + targetPort + "\"");
  }
}
