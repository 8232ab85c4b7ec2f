package io.sluice.engine.nodetype;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.node.NodeInfo;
import io.sluice.node.NodeType;
import io.sluice.node.ObserverNode;
import io.sluice.node.SetNode;
import io.sluice.node.SourceNode;
import io.sluice.node.Text;
import io.sluice.node.TimeNode;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the node types for the palette and the forms. */
@RestController
class NodeTypeController {
  private final NodeTypes types;
  private final SettingsSchemas schemas;

  NodeTypeController(NodeTypes types, SettingsSchemas schemas) {
    this.types = types;
    this.schemas = schemas;
  }

  @Operation(summary = "The node types, each with the JSON Schema of its settings")
  @GetMapping("/api/node-types")
  List<NodeTypeView> list() {
    return types.all().stream().map(this::view).toList();
  }

  private NodeTypeView view(NodeType<?> type) {
    NodeInfo info = type.info();
    return new NodeTypeView(
        info.key(),
        kind(type),
        SettingsMapper.kebab(info.category()),
        info.label(),
        info.help(),
        info.icon(),
        info.traits().stream().map(SettingsMapper::kebab).sorted().toList(),
        schemas.of(type));
  }

  private static String kind(NodeType<?> type) {
    if (type instanceof SourceNode) {
      return "source";
    }
    if (type instanceof SetNode) {
      return "set";
    }
    if (type instanceof ObserverNode) {
      return "observer";
    }
    return type instanceof TimeNode ? "time" : "action";
  }

  record NodeTypeView(
      String key,
      String kind,
      String category,
      Text label,
      Text help,
      String icon,
      List<String> traits,
      JsonNode settings) {}
}
