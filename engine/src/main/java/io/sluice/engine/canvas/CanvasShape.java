package io.sluice.engine.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.node.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Checks the form of a canvas file field by field and collects every problem. */
final class CanvasShape {
  static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_-]{0,63}";

  static final int MAX_NODES = 1_000;
  static final int MAX_EDGES = 5_000;
  static final int MAX_NAME = 200;
  static final int MAX_NOTES = 200;
  static final int MAX_NOTE = 2_000;
  static final int MIN_NOTE_SIDE = 40;
  static final int MAX_NOTE_SIDE = 2_000;
  static final double MAX_COORDINATE = 1_000_000;
  private static final int MAX_PROBLEMS = 100;

  private final List<CanvasProblem> problems;
  private final Set<String> nodeIds = new HashSet<>();
  private final Set<String> edgeIds = new HashSet<>();
  private final Set<String> noteIds = new HashSet<>();

  CanvasShape(List<CanvasProblem> problems) {
    this.problems = problems;
  }

  Canvas canvas(JsonNode tree) {
    if (!tree.isObject()) {
      problem("wrong-type", "", "The canvas file must be a JSON object", "画布文件必须是 JSON 对象");
      return null;
    }
    PlainText.check(tree, "", problems);
    fieldsAre(tree, "", "schemaVersion", "name", "goal", "nodes", "edges", "notes");
    int version = schemaVersion(tree.get("schemaVersion"));
    String name = text(tree, "", "name", true, MAX_NAME);
    CampaignGoal goal = goal(tree.get("goal"));
    List<CanvasNode> nodes = list(tree.get("nodes"), "/nodes", MAX_NODES, this::node);
    List<CanvasEdge> edges = list(tree.get("edges"), "/edges", MAX_EDGES, this::edge);
    List<CanvasNote> notes =
        tree.hasNonNull("notes")
            ? list(tree.get("notes"), "/notes", MAX_NOTES, this::note)
            : List.of();
    return new Canvas(version, name == null ? "" : name, goal, nodes, edges, notes);
  }

  private int schemaVersion(JsonNode value) {
    if (value == null || !value.isInt() || value.intValue() != Canvas.SCHEMA_VERSION) {
      problem(
          "schema-version",
          "/schemaVersion",
          "'schemaVersion' must be the number 1, the only version there is",
          "“schemaVersion”必须是数字 1");
    }
    return Canvas.SCHEMA_VERSION;
  }

  private CampaignGoal goal(JsonNode json) {
    if (json == null || json.isNull()) {
      return null;
    }
    if (!json.isObject()) {
      problem("wrong-type", "/goal", "'goal' must be an object", "“goal”必须是对象");
      return null;
    }
    fieldsAre(json, "/goal", "condition", "days", "baseline", "target");
    JsonNode condition = json.get("condition");
    if (!(condition instanceof ObjectNode)) {
      problem("wrong-type", "/goal/condition", "'condition' must be an object", "“condition”必须是对象");
    }
    JsonNode days = json.get("days");
    boolean readable = days != null && days.isInt();
    if (!readable || days.intValue() < 1 || days.intValue() > CampaignGoal.MOST_DAYS) {
      problem(
          "out-of-range",
          "/goal/days",
          "'days' must be a whole number from 1 to 90",
          "“days”必须是 1 到 90 的整数");
    }
    return new CampaignGoal(
        condition instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
        readable ? days.intValue() : 1,
        share(json, "baseline"),
        share(json, "target"));
  }

  private BigDecimal share(JsonNode goal, String field) {
    JsonNode value = goal.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isNumber() || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
      problem(
          "out-of-range",
          "/goal/" + field,
          "'" + field + "' must be a number from 0 to 1, such as 0.12 for 12 percent",
          "“" + field + "”必须是 0 到 1 之间的数字,例如 0.12 表示 12%");
      return null;
    }
    return value.decimalValue();
  }

  private CanvasNode node(JsonNode json, String at) {
    fieldsAre(json, at, "id", "type", "name", "config", "position", "disabled");
    String id = identifier(json, at, "id", nodeIds);
    String type = text(json, at, "type", true, 64);
    String name = text(json, at, "name", false, MAX_NAME);
    JsonNode config = json.get("config");
    if (config != null && !config.isObject()) {
      problem("wrong-type", at + "/config", "'config' must be an object", "“config”必须是对象");
    }
    return new CanvasNode(
        id,
        type,
        name,
        config instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
        position(json.get("position"), at + "/position"),
        disabled(json.get("disabled"), at + "/disabled"));
  }

  private boolean disabled(JsonNode value, String at) {
    if (value != null && !value.isNull() && !value.isBoolean()) {
      problem("wrong-type", at, "'disabled' must be true or false", "“disabled”必须是 true 或 false");
    }
    return value != null && value.asBoolean();
  }

  private CanvasNote note(JsonNode json, String at) {
    fieldsAre(json, at, "id", "text", "position", "width", "height");
    String id = identifier(json, at, "id", noteIds);
    String text = text(json, at, "text", false, MAX_NOTE);
    CanvasNode.Position position = position(json.get("position"), at + "/position");
    if (!json.hasNonNull("position")) {
      problem("missing", at + "/position", "'position' is missing", "缺少“position”");
    }
    return new CanvasNote(
        id,
        text == null ? "" : text,
        position,
        side(json.get("width"), at + "/width"),
        side(json.get("height"), at + "/height"));
  }

  private Integer side(JsonNode value, String at) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isInt() || value.intValue() < MIN_NOTE_SIDE || value.intValue() > MAX_NOTE_SIDE) {
      problem(
          "out-of-range",
          at,
          "A side of a note is a whole number from %d to %d"
              .formatted(MIN_NOTE_SIDE, MAX_NOTE_SIDE),
          "便签的边长必须是 %d 到 %d 的整数".formatted(MIN_NOTE_SIDE, MAX_NOTE_SIDE));
      return null;
    }
    return value.intValue();
  }

  private CanvasNode.Position position(JsonNode json, String at) {
    if (json == null || json.isNull()) {
      return null;
    }
    if (!json.isObject()) {
      problem("wrong-type", at, "'position' must be an object", "“position”必须是对象");
      return null;
    }
    fieldsAre(json, at, "x", "y");
    return new CanvasNode.Position(coordinate(json, at, "x"), coordinate(json, at, "y"));
  }

  private double coordinate(JsonNode json, String at, String field) {
    JsonNode value = json.get(field);
    if (value == null || !value.isNumber() || !(Math.abs(value.doubleValue()) <= MAX_COORDINATE)) {
      problem(
          "wrong-type",
          at + "/" + field,
          "'" + field + "' must be a number between -1,000,000 and 1,000,000",
          "“" + field + "”必须是 -1,000,000 到 1,000,000 之间的数字");
      return 0;
    }
    return value.doubleValue();
  }

  private CanvasEdge edge(JsonNode json, String at) {
    fieldsAre(json, at, "id", "source", "sourcePort", "target", "targetPort");
    return new CanvasEdge(
        identifier(json, at, "id", edgeIds),
        text(json, at, "source", true, 64),
        text(json, at, "sourcePort", false, 64),
        text(json, at, "target", true, 64),
        text(json, at, "targetPort", false, 64));
  }

  private <T> List<T> list(
      JsonNode json, String at, int most, BiFunction<JsonNode, String, T> read) {
    List<T> items = new ArrayList<>();
    if (json == null || !json.isArray()) {
      problem(
          "wrong-type",
          at,
          "'" + at.substring(1) + "' must be a list",
          "“" + at.substring(1) + "”必须是列表");
      return items;
    }
    if (json.size() > most) {
      problem("too-many", at, "At most " + most + " are allowed here", "此处最多允许 " + most + " 个");
      return items;
    }
    for (int i = 0; i < json.size() && problems.size() < MAX_PROBLEMS; i++) {
      if (json.get(i).isObject()) {
        items.add(read.apply(json.get(i), at + "/" + i));
      } else {
        problem("wrong-type", at + "/" + i, "This entry must be an object", "此项必须是对象");
      }
    }
    return items;
  }

  private String identifier(JsonNode json, String at, String field, Set<String> taken) {
    String id = text(json, at, field, true, 64);
    if (id == null) {
      return null;
    }
    if (!id.matches(IDENTIFIER)) {
      problem(
          "not-an-identifier",
          at + "/" + field,
          "'"
              + field
              + "' must be a plain identifier: a letter or _, then letters, digits, _ or -, at most 64",
          "“" + field + "”必须是标识符:以字母或 _ 开头,只含字母、数字、_、-,最多 64 个字符");
    } else if (!taken.add(id)) {
      problem(
          "duplicate-id",
          at + "/" + field,
          "The id '" + id + "' is used twice; give each its own",
          "标识“" + id + "”重复;请使用不同的标识");
    }
    return id;
  }

  private String text(JsonNode json, String at, String field, boolean required, int longest) {
    JsonNode value = json.get(field);
    if (value == null || value.isNull()) {
      if (required) {
        problem("missing", at + "/" + field, "'" + field + "' is missing", "缺少“" + field + "”");
      }
      return null;
    }
    if (!value.isTextual()) {
      problem(
          "wrong-type", at + "/" + field, "'" + field + "' must be a text", "“" + field + "”必须是文本");
      return null;
    }
    String text = value.textValue();
    if (text.length() > longest) {
      problem(
          "too-long",
          at + "/" + field,
          "'" + field + "' has at most " + longest + " characters",
          "“" + field + "”最多 " + longest + " 个字符");
      return null;
    }
    if (required && text.isBlank()) {
      problem(
          "missing", at + "/" + field, "'" + field + "' must not be empty", "“" + field + "”不能为空");
      return null;
    }
    return text;
  }

  private void fieldsAre(JsonNode json, String at, String... known) {
    Set<String> unknown = new HashSet<>();
    json.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(Set.of(known));
    for (String field : unknown) {
      String shown = PlainText.shown(field);
      problem(
          "unknown-field",
          at + "/" + shown,
          "There is no field '" + shown + "' here; there are " + String.join(", ", known),
          "此处没有字段“" + shown + "”;可用的有 " + String.join(", ", known));
    }
  }

  private void problem(String code, String at, String en, String zh) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(
          CanvasProblem.ofFile(
              code, at, Text.of(en + " (at " + (at.isEmpty() ? "the top" : at) + ")", zh)));
    }
  }
}
