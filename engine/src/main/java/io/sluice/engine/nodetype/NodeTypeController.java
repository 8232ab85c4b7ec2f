package io.sluice.engine.nodetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.node.NodeInfo;
import io.sluice.node.NodeType;
import io.sluice.node.ObserverNode;
import io.sluice.node.Ports;
import io.sluice.node.SetNode;
import io.sluice.node.SourceNode;
import io.sluice.node.Text;
import io.sluice.node.TimeNode;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lists the node types for the palette and the forms. */
@RestController
class NodeTypeController {
  private final NodeTypes types;
  private final SettingsSchemas schemas;
  private final NodeBinder binder;

  NodeTypeController(NodeTypes types, SettingsSchemas schemas, NodeBinder binder) {
    this.types = types;
    this.schemas = schemas;
    this.binder = binder;
  }

  @Operation(summary = "The node types, each with the JSON Schema of its settings")
  @GetMapping("/api/node-types")
  List<NodeTypeView> list() {
    return types.all().stream().map(this::view).toList();
  }

  @Operation(
      summary = "The ports of nodes as they are set",
      description =
          "Settings may be missing or wrong, as while somebody draws. A type that the server does"
              + " not have has no ports.")
  @PostMapping("/api/node-types/ports")
  List<NodePorts> ports(@RequestBody List<NodeSettings> nodes) {
    return nodes.stream().map(this::ports).toList();
  }

  private NodePorts ports(NodeSettings node) {
    return Optional.ofNullable(node.type())
        .flatMap(types::find)
        .map(type -> NodePorts.of(bound(type, node.config()).ports()))
        .orElse(NodePorts.NONE);
  }

  private BoundNode bound(NodeType<?> type, JsonNode config) {
    JsonNode settings =
        config != null && config.isObject() ? config : JsonNodeFactory.instance.objectNode();
    return binder.bind("node", type, settings, new ArrayList<>());
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
        NodePorts.of(bound(type, null).ports()),
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

  /**
   * A node type.
   *
   * @param ports those of a node without settings
   * @param settings the JSON Schema of its settings
   */
  record NodeTypeView(
      String key,
      String kind,
      String category,
      Text label,
      Text help,
      String icon,
      List<String> traits,
      NodePorts ports,
      JsonNode settings) {}

  /** A node type and perhaps settings of it. */
  record NodeSettings(String type, JsonNode config) {}

  /** Where arrows enter and leave; the first out-port is the one that the plain arrow leaves. */
  record NodePorts(List<NodeInPort> in, List<NodeOutPort> out) {
    private static final NodePorts NONE = new NodePorts(List.of(), List.of());

    private static NodePorts of(Ports ports) {
      return new NodePorts(
          ports.in().stream()
              .map(port -> new NodeInPort(port.key(), port.label(), port.many()))
              .toList(),
          ports.out().stream().map(port -> new NodeOutPort(port.key(), port.label())).toList());
    }
  }

  record NodeInPort(String key, Text label, boolean many) {}

  record NodeOutPort(String key, Text label) {}
}
