package io.sluice.engine.nodetype;

import io.sluice.node.NodeType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The node types found at start: those on the class path and those in jars of the node folder. */
@Component
public class NodeTypes {
  private static final Logger LOG = LoggerFactory.getLogger(NodeTypes.class);

  private final Map<String, NodeType<?>> byKey = new TreeMap<>();

  NodeTypes(@Value("${sluice.nodes.folder:./nodes}") java.nio.file.Path folder) {
    ServiceLoader.load(NodeType.class, NodeFolder.classLoader(folder)).forEach(this::add);
    LOG.info("Node types: {}", byKey.keySet());
  }

  private void add(NodeType<?> type) {
    NodeType<?> other = byKey.putIfAbsent(type.info().key(), type);
    if (other != null) {
      throw new IllegalStateException(
          "Two node types are called '%s': %s and %s. Remove one from the class path or the node folder."
              .formatted(type.info().key(), other.getClass().getName(), type.getClass().getName()));
    }
  }

  /** The node type of that key. */
  public Optional<NodeType<?>> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** All node types, by key. */
  public Collection<NodeType<?>> all() {
    return byKey.values();
  }
}
