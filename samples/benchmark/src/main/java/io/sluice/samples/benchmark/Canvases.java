package io.sluice.samples.benchmark;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasBinder;
import io.sluice.engine.canvas.CanvasReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Builds canvas files line by line. */
final class Canvases {
  private final List<String> nodes = new ArrayList<>();
  private final List<String> edges = new ArrayList<>();

  Canvases node(String id, String type, String config) {
    nodes.add("{\"id\":\"%s\",\"type\":\"%s\",\"config\":%s}".formatted(id, type, config));
    return this;
  }

  Canvases filter(String id, String source, Question question) {
    return filter(id, source, question.rule());
  }

  Canvases filter(String id, String source, String rule) {
    return node(id, "filter", "{\"rule\":" + rule + "}").arrow(source, id);
  }

  /** An arrow between "node" or "node.port" and "node" or "node.port". */
  Canvases arrow(String from, String to) {
    String[] source = from.split("\\.");
    String[] target = to.split("\\.");
    edges.add(
        "{\"id\":\"e%d\",\"source\":\"%s\"%s,\"target\":\"%s\"%s}"
            .formatted(
                edges.size(),
                source[0],
                source.length > 1 ? ",\"sourcePort\":\"" + source[1] + "\"" : "",
                target[0],
                target.length > 1 ? ",\"targetPort\":\"" + target[1] + "\"" : ""));
    return this;
  }

  String file() {
    return "{\"schemaVersion\":1,\"name\":\"Benchmark\",\"nodes\":[%s],\"edges\":[%s]}"
        .formatted(String.join(",", nodes), String.join(",", edges));
  }

  static BoundCanvas bind(Bench bench, String file) {
    List<io.sluice.engine.canvas.CanvasProblem> problems = new ArrayList<>();
    BoundCanvas canvas =
        bench
            .get(CanvasBinder.class)
            .bind(
                bench.get(CanvasReader.class).read(file.getBytes(StandardCharsets.UTF_8)),
                problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.toString());
    }
    return canvas;
  }
}
