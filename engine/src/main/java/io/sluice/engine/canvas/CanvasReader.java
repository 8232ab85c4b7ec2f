package io.sluice.engine.canvas;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.nodetype.SettingsMapper;
import io.sluice.engine.web.JsonWords;
import io.sluice.node.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a canvas file and tells everything that is wrong with its form, with where it stands. */
@Component
public class CanvasReader {
  /** The longest canvas file, in bytes. */
  public static final int MAX_BYTES = 2 << 20;

  private final ObjectMapper mapper = SettingsMapper.create();

  /**
   * Reads a canvas file.
   *
   * @throws CanvasUnreadable if it is not a canvas
   */
  public Canvas read(byte[] json) {
    return read(tree(json));
  }

  /**
   * Reads a JSON text that is a canvas file, or holds one.
   *
   * @throws CanvasUnreadable if it is too long or not JSON; with line and column
   */
  public JsonNode tree(byte[] json) {
    if (json.length > MAX_BYTES) {
      throw unreadable(
          "too-large",
          "",
          Text.of(
              "The canvas file has %d bytes; at most %d are read. Split the campaign."
                  .formatted(json.length, MAX_BYTES),
              "画布文件有 %d 字节,最多 %d 字节。请拆分活动。".formatted(json.length, MAX_BYTES)));
    }
    try (JsonParser parser = mapper.createParser(json)) {
      return tree(parser);
    } catch (JsonProcessingException e) {
      throw notJson(e.getLocation(), JsonWords.malformed(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode tree(JsonParser parser) throws IOException {
    try {
      JsonNode tree = mapper.reader().readTree(parser);
      if (parser.nextToken() != null) {
        throw notJson(
            parser.currentLocation(),
            Text.of("something follows the end of the file", "文件结尾之后还有内容"));
      }
      return tree == null ? mapper.missingNode() : tree;
    } catch (NumberFormatException e) {
      // Numbers whose exponent has more than ten digits; Jackson does not wrap this.
      throw notJson(
          parser.currentLocation(), Text.of("the exponent of a number is too long", "数字的指数过长"));
    }
  }

  /**
   * Reads a canvas that stands in a larger JSON text.
   *
   * @throws CanvasUnreadable if it is not a canvas
   */
  public Canvas read(JsonNode tree) {
    List<CanvasProblem> problems = new ArrayList<>();
    Canvas canvas = new CanvasShape(problems).canvas(tree);
    if (!problems.isEmpty()) {
      throw new CanvasUnreadable(problems);
    }
    return canvas;
  }

  /** The canvas file of a canvas. */
  public ObjectNode write(Canvas canvas) {
    ObjectNode file = mapper.createObjectNode();
    file.put("schemaVersion", canvas.schemaVersion());
    file.put("name", canvas.name());
    if (canvas.goal() != null) {
      file.set("goal", mapper.valueToTree(canvas.goal()));
    }
    ArrayNode nodes = file.putArray("nodes");
    for (CanvasNode node : canvas.nodes()) {
      ObjectNode json = nodes.addObject();
      json.put("id", node.id()).put("type", node.type());
      if (node.name() != null) {
        json.put("name", node.name());
      }
      json.set("config", node.config());
      if (node.position() != null) {
        place(json, node.position());
      }
      if (node.disabled()) {
        json.put("disabled", true);
      }
    }
    ArrayNode edges = file.putArray("edges");
    for (CanvasEdge edge : canvas.edges()) {
      ObjectNode json = edges.addObject();
      json.put("id", edge.id()).put("source", edge.source());
      if (edge.sourcePort() != null) {
        json.put("sourcePort", edge.sourcePort());
      }
      json.put("target", edge.target());
      if (edge.targetPort() != null) {
        json.put("targetPort", edge.targetPort());
      }
    }
    for (CanvasNote note : canvas.notes()) {
      write(note, file.withArray("notes").addObject());
    }
    return file;
  }

  private static void write(CanvasNote note, ObjectNode json) {
    json.put("id", note.id()).put("text", note.text());
    place(json, note.position());
    if (note.width() != null) {
      json.put("width", note.width());
    }
    if (note.height() != null) {
      json.put("height", note.height());
    }
  }

  private static void place(ObjectNode json, CanvasNode.Position position) {
    json.putObject("position").put("x", position.x()).put("y", position.y());
  }

  private static CanvasUnreadable unreadable(String code, String at, Text message) {
    return new CanvasUnreadable(List.of(CanvasProblem.ofFile(code, at, message)));
  }

  private static String place(JsonLocation at) {
    return at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static CanvasUnreadable notJson(JsonLocation at, Text reason) {
    return unreadable(
        "not-json",
        place(at),
        Text.of(
            "The canvas file is not readable JSON at " + place(at) + ": " + reason.en() + ".",
            "画布文件不是可读的 JSON(" + place(at) + "):" + reason.zh() + "。"));
  }
}
