package io.sluice.engine.nodetype;

import io.sluice.node.ActionNode;
import io.sluice.node.FactRef;
import io.sluice.node.Message;
import io.sluice.node.MessageNode;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeType;
import io.sluice.node.OutPort;
import io.sluice.node.Ports;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.TimeNode;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A node of a canvas with its type and its settings.
 *
 * @param id its id on the canvas
 * @param type its type
 * @param settings a record of the type's {@code configType}
 */
public record BoundNode(String id, NodeType<?> type, Record settings) {
  /** The ports of the node as it is set. */
  public Ports ports() {
    return portsOf(type);
  }

  /** The port of a time node by which people leave in cohorts of their own, where it has one. */
  public Optional<String> releasePort() {
    return type instanceof TimeNode
        ? ports().out().stream().filter(OutPort::release).map(OutPort::key).findFirst()
        : Optional.empty();
  }

  private <C extends Record> Ports portsOf(NodeType<C> of) {
    return of.ports(settingsOf(of));
  }

  /** Whether the node does something to people. */
  public boolean acts() {
    return type instanceof ActionNode || type instanceof MessageNode;
  }

  /** The settings as the type wants them. */
  public <C extends Record> C settingsOf(NodeType<C> of) {
    return of.configType().cast(settings);
  }

  /** Runs the type's own check. */
  public void check(NodeCheck check) {
    checkBy(type, check);
  }

  private <C extends Record> void checkBy(NodeType<C> by, NodeCheck check) {
    by.check(settingsOf(by), check);
  }

  /** All rules among the settings, at any depth. */
  public Set<Rule> rules() {
    return new LinkedHashSet<>(placedRules().values());
  }

  /** The same by the settings that hold them, for example {@code branches[1].rule}. */
  public Map<String, Rule> placedRules() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    collectRules("", settings, rules);
    return rules;
  }

  /** What the settings name for reading, besides those its rules name. */
  public Set<? extends FactRef> namedReads() {
    return readsOf(type);
  }

  private <C extends Record> Set<? extends FactRef> readsOf(NodeType<C> of) {
    // Every message passes the gate of the blacklist.
    return of instanceof MessageNode ? Set.of(SetRef.MESSAGE_BLACKLIST) : of.reads(settingsOf(of));
  }

  /** What the node writes. */
  public Set<? extends FactRef> writes() {
    return type instanceof ActionNode<?> action ? writesOf(action) : Set.of();
  }

  private <C extends Record> Set<? extends FactRef> writesOf(ActionNode<C> of) {
    return of.writes(settingsOf(of));
  }

  /** What the node sends; empty where it sends nothing. */
  public Optional<Message> message() {
    return type instanceof MessageNode<?> sender
        ? Optional.of(messageOf(sender))
        : Optional.empty();
  }

  private <C extends Record> Message messageOf(MessageNode<C> of) {
    return of.message(settingsOf(of));
  }

  private static void collectRules(String place, Object value, Map<String, Rule> rules) {
    if (value instanceof Rule rule) {
      rules.put(place, rule);
    } else if (value instanceof Collection<?> many) {
      int index = 0;
      for (Object one : many) {
        collectRules(place + "[" + index++ + "]", one, rules);
      }
    } else if (value instanceof Record holder) {
      for (RecordComponent component : holder.getClass().getRecordComponents()) {
        String name = NodeBinder.nameOf(component);
        collectRules(place.isEmpty() ? name : place + "." + name, read(component, holder), rules);
      }
    }
  }

  private static Object read(RecordComponent component, Record holder) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(holder);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + component, e);
    }
  }
}
