package io.sluice.node.types.logic;

import io.sluice.node.NodeCheck;
import io.sluice.node.OutPort;
import io.sluice.node.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An entry of a node's settings that has an out-port of its own. */
interface NamedPort {
  /** The key of the out-port. */
  String key();

  /** The name on screen; the key stands in for a missing one. */
  String name();

  /** The list, or an empty one for null. It may hold nulls while somebody draws. */
  static <T> List<T> orEmpty(List<T> entries) {
    return entries == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(entries));
  }

  /** One port per entry that has a key, in order, then the others; never two of one key. */
  static List<OutPort> ports(List<? extends NamedPort> entries, Collection<OutPort> others) {
    Map<String, OutPort> ports = new LinkedHashMap<>();
    Stream.concat(entries.stream().filter(NamedPort::hasKey).map(NamedPort::port), others.stream())
        .forEach(port -> ports.putIfAbsent(port.key(), port));
    return List.copyOf(ports.values());
  }

  /** Reports keys that are no plain identifiers, stand twice, or are taken by the node itself. */
  static void check(
      String list, List<? extends NamedPort> entries, Set<String> taken, NodeCheck check) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!hasKey(entries.get(i))) {
        continue;
      }
      String key = entries.get(i).key();
      String field = list + "[" + i + "].key";
      if (!key.matches("[A-Za-z][A-Za-z0-9_-]*")) {
        check.error(
            "key-not-plain",
            field,
            Text.of(
                "The key '"
                    + key
                    + "' must begin with a letter a-z and go on with letters, digits,"
                    + " '-' or '_'.",
                "键“" + key + "”须以字母开头，其后只能是字母、数字、“-”或“_”。"));
      } else if (taken.contains(key)) {
        check.error(
            "key-taken",
            field,
            Text.of(
                "The key '" + key + "' is taken by a port of the node itself. Choose another.",
                "键“" + key + "”已被节点自身的端口占用，请换一个。"));
      } else if (!seen.add(key)) {
        check.error(
            "key-twice",
            field,
            Text.of(
                "The key '" + key + "' stands twice. Give each entry a key of its own.",
                "键“" + key + "”重复，请为每一项使用不同的键。"));
      }
    }
  }

  private static boolean hasKey(NamedPort entry) {
    return entry != null && entry.key() != null && !entry.key().isBlank();
  }

  private static OutPort port(NamedPort entry) {
    boolean named = entry.name() != null && !entry.name().isBlank();
    String label = named ? entry.name() : entry.key();
    return OutPort.of(entry.key(), label, label);
  }
}
