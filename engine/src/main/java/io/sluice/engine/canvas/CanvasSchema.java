package io.sluice.engine.canvas;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.nodetype.NodeTypes;
import io.sluice.engine.nodetype.SettingsSchemas;
import io.sluice.node.NodeType;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * The JSON Schema (draft 2020-12) of canvas files, with the settings of the node types that are
 * there. It tells the form of a canvas that can run; a draft may lack settings.
 */
@Component
public class CanvasSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final NodeTypes types;
  private final SettingsSchemas settings;

  CanvasSchema(NodeTypes types, SettingsSchemas settings) {
    this.types = types;
    this.settings = settings;
  }

  /** The schema. */
  public ObjectNode schema() {
    return schema(types.all());
  }

  /** The schema of canvases that have nodes of the given types only. */
  ObjectNode schema(Collection<NodeType<?>> types) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:sluice:canvas:" + Canvas.SCHEMA_VERSION);
    schema.put("title", "Sluice campaign canvas");
    ObjectNode fields = object(schema, "schemaVersion", "name", "nodes", "edges");
    fields.putObject("schemaVersion").put("const", Canvas.SCHEMA_VERSION);
    text(fields, "name", CanvasShape.MAX_NAME).put("pattern", "\\S");
    goal(fields.putObject("goal"));
    list(fields, "nodes", CanvasShape.MAX_NODES, "node");
    list(fields, "edges", CanvasShape.MAX_EDGES, "edge");
    list(fields, "notes", CanvasShape.MAX_NOTES, "note");
    ObjectNode definitions = schema.putObject("$defs");
    definitions
        .putObject("identifier")
        .put("type", "string")
        .put("pattern", "^" + CanvasShape.IDENTIFIER + "$");
    edge(definitions.putObject("edge"));
    position(definitions.putObject("position"));
    note(definitions.putObject("note"));
    node(definitions.putObject("node"), types);
    for (NodeType<?> type : types) {
      definitions.set(settingsOf(type), settingsSchema(type));
    }
    return schema;
  }

  private static void goal(ObjectNode schema) {
    ObjectNode fields = object(schema, "condition", "days");
    fields
        .putObject("condition")
        .put("type", "object")
        .put("description", "a condition of a rule on orders or events, without a window");
    fields
        .putObject("days")
        .put("type", "integer")
        .put("minimum", 1)
        .put("maximum", CampaignGoal.MOST_DAYS);
    for (String share : new String[] {"baseline", "target"}) {
      fields.putObject(share).put("type", "number").put("minimum", 0).put("maximum", 1);
    }
  }

  private static void edge(ObjectNode schema) {
    ObjectNode fields = object(schema, "id", "source", "target");
    refer(fields, "id", "identifier");
    refer(fields, "source", "identifier");
    text(fields, "sourcePort", 64).put("description", "the main port where it is missing");
    refer(fields, "target", "identifier");
    text(fields, "targetPort", 64).put("description", "the first port where it is missing");
  }

  private static void position(ObjectNode schema) {
    ObjectNode fields = object(schema, "x", "y");
    for (String axis : new String[] {"x", "y"}) {
      fields
          .putObject(axis)
          .put("type", "number")
          .put("minimum", -CanvasShape.MAX_COORDINATE)
          .put("maximum", CanvasShape.MAX_COORDINATE);
    }
  }

  private static void note(ObjectNode schema) {
    ObjectNode fields = object(schema, "id", "position");
    refer(fields, "id", "identifier");
    text(fields, "text", CanvasShape.MAX_NOTE);
    refer(fields, "position", "position");
    for (String side : new String[] {"width", "height"}) {
      fields
          .putObject(side)
          .put("type", "integer")
          .put("minimum", CanvasShape.MIN_NOTE_SIDE)
          .put("maximum", CanvasShape.MAX_NOTE_SIDE);
    }
  }

  private void node(ObjectNode schema, Collection<NodeType<?>> types) {
    ObjectNode fields = object(schema, "id", "type");
    refer(fields, "id", "identifier");
    ObjectNode type = fields.putObject("type");
    text(fields, "name", CanvasShape.MAX_NAME);
    fields.putObject("config").put("type", "object");
    refer(fields, "position", "position");
    fields
        .putObject("disabled")
        .put("type", "boolean")
        .put("description", "whether people pass the node unchanged");
    for (NodeType<?> one : types) {
      type.withArray("enum").add(one.info().key());
      ObjectNode rule = schema.withArray("allOf").addObject();
      rule.withObject("/if/properties/type").put("const", one.info().key());
      rule.withObject("/if").putArray("required").add("type");
      ObjectNode then = rule.putObject("then");
      refer(then.putObject("properties"), "config", settingsOf(one));
      if (settings.of(one).has("required")) {
        then.putArray("required").add("config");
      }
    }
  }

  private ObjectNode settingsSchema(NodeType<?> type) {
    ObjectNode schema = settings.of(type);
    schema.remove("$schema");
    if (schema.has("$defs")) {
      // A document of its own, so that its references find its own definitions.
      schema.put("$id", "urn:sluice:settings:" + type.info().key());
    }
    return schema
        .put("title", type.info().label().en())
        .put("x-title-zh", type.info().label().zh());
  }

  private static String settingsOf(NodeType<?> type) {
    return "settings-" + type.info().key();
  }

  private static ObjectNode object(ObjectNode schema, String... required) {
    schema.put("type", "object").put("additionalProperties", false);
    for (String field : required) {
      schema.withArray("required").add(field);
    }
    return schema.putObject("properties");
  }

  private static ObjectNode text(ObjectNode fields, String name, int longest) {
    return fields.putObject(name).put("type", "string").put("maxLength", longest);
  }

  private static void list(ObjectNode fields, String name, int most, String of) {
    refer(fields.putObject(name).put("type", "array").put("maxItems", most), "items", of);
  }

  private static void refer(ObjectNode fields, String name, String definition) {
    fields.putObject(name).put("$ref", "#/$defs/" + definition);
  }
}
