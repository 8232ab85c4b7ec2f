package io.sluice.engine.canvas;

import io.sluice.engine.nodetype.BuiltInNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads and binds canvases without a server. */
public final class TestCanvases {
  private static final CanvasReader READER = new CanvasReader();
  private static final CanvasBinder BINDER =
      new CanvasBinder(BuiltInNodes.types(), BuiltInNodes.binder());

  private TestCanvases() {}

  public static BoundCanvas bind(String json) {
    return bind(json, new ArrayList<>());
  }

  public static BoundCanvas bind(String json, List<CanvasProblem> problems) {
    return BINDER.bind(READER.read(json.getBytes(StandardCharsets.UTF_8)), problems);
  }

  /** A canvas file of the test resources. */
  public static String resource(String name) {
    try (InputStream file = TestCanvases.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A canvas: target group "t" → filter "f" → tag "g", with a name. */
  public static String small(String name) {
    return """
        {"schemaVersion":1,"name":%s,
         "nodes":[
          {"id":"t","type":"target-group","name":%s,"config":{"who":"everyone"},"position":{"x":0,"y":0}},
          {"id":"f","type":"filter","config":{"rule":{"profile":"level","op":"at-least","value":2}},"position":{"x":320,"y":0}},
          {"id":"g","type":"tag","config":{"tag":"vip","action":"add"},"position":{"x":640,"y":0}}],
         "edges":[
          {"id":"e1","source":"t","target":"f"},
          {"id":"e2","source":"f","target":"g"}]}
        """
        .formatted(quoted(name), quoted(name));
  }

  private static String quoted(String text) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
  }
}
