package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.member.guest.ImportedList;
import io.sluice.engine.member.guest.ImportedLists;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.nodetype.NodeBinder;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.FactRef;
import io.sluice.node.Message;
import io.sluice.node.MessageNode;
import io.sluice.node.ObserverNode;
import io.sluice.node.OutPort;
import io.sluice.node.SetRef;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Where imported lists lead: guests can be written to by their own address and nothing else, and
 * they meet no condition.
 */
@Component
class GuestRule implements CanvasRule {
  private final ImportedLists lists;
  private final NodeBinder binder;

  GuestRule(ImportedLists lists, NodeBinder binder) {
    this.lists = lists;
    this.binder = binder;
  }

  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    for (String source : canvas.order()) {
      for (FactRef fact : canvas.node(source).namedReads()) {
        if (fact instanceof SetRef set && set.kind() == SetRef.Kind.LIST) {
          // A list that is not there is reported by its node.
          lists
              .find(workspace.id(), set.key())
              .ifPresent(list -> check(workspace, canvas, source, list, problems));
        }
      }
    }
  }

  private void check(
      Workspace workspace,
      BoundCanvas canvas,
      String source,
      ImportedList list,
      Consumer<CanvasProblem> problems) {
    if (lists.people(workspace.id(), list.key()).isEmpty()) {
      problems.accept(
          CanvasProblem.ofSetting(
              Severity.ERROR,
              "empty-list",
              source,
              "list",
              Text.of(
                  "Nobody is on the list '%s'; import a file into it, or choose another."
                      .formatted(list.key()),
                  "名单“%s”为空；请导入文件或另选一个。".formatted(list.key()))));
    }
    for (String node : reachedByGuests(canvas, source)) {
      problem(canvas, node, list).ifPresent(problems);
    }
  }

  /** The nodes to which guests can come: past conditions they only leave by {@code rest}. */
  private static Set<String> reachedByGuests(BoundCanvas canvas, String source) {
    Set<String> reached = new LinkedHashSet<>();
    List<Wire> open = new ArrayList<>(canvas.from(source));
    while (!open.isEmpty()) {
      String node = open.remove(0).target();
      if (reached.add(node)) {
        boolean sorts = canvas.node(node).type().info().has(Trait.SORTS_BY_RULE);
        canvas.from(node).stream()
            .filter(wire -> !sorts || wire.sourcePort().equals(OutPort.REST))
            .forEach(open::add);
      }
    }
    return reached;
  }

  private Optional<CanvasProblem> problem(BoundCanvas canvas, String node, ImportedList list) {
    BoundNode bound = canvas.node(node);
    boolean counts = bound.acts() || bound.type() instanceof ObserverNode;
    if (counts && !bound.type().info().has(Trait.ACCEPTS_GUESTS)) {
      return Optional.of(
          CanvasProblem.ofNode(
              Severity.ERROR,
              "guests-not-accepted",
              node,
              Text.of(
                  "The imported list '%s' leads here, but this node is for members only; lead the list elsewhere, or put a filter before it."
                      .formatted(list.key()),
                  "导入名单“%s”通向此节点，但它只适用于会员；请改接其他节点，或在其前加筛选。".formatted(list.key()))));
    }
    if (bound.type() instanceof MessageNode<?> type) {
      // What is missing is reported already.
      return binder.validate(bound).isEmpty()
          ? otherChannel(messageOf(type, bound), node, list)
          : Optional.empty();
    }
    if (bound.type().info().has(Trait.SORTS_BY_RULE)) {
      return Optional.of(
          CanvasProblem.ofNode(
              Severity.WARNING,
              "guests-meet-no-rule",
              node,
              Text.of(
                  "Guests of the imported list '%s' meet no condition; they all leave by 'rest'."
                      .formatted(list.key()),
                  "导入名单“%s”中的访客不符合任何条件，都从“其余”离开。".formatted(list.key()))));
    }
    return Optional.empty();
  }

  private static <C extends Record> Message messageOf(MessageNode<C> type, BoundNode node) {
    return type.message(node.settingsOf(type));
  }

  private static Optional<CanvasProblem> otherChannel(
      Message message, String node, ImportedList list) {
    return message.variants().stream()
        .map(Message.Variant::channel)
        .filter(channel -> !channel.equals(list.kind().channel()))
        .findFirst()
        .map(
            channel ->
                CanvasProblem.ofNode(
                    Severity.ERROR,
                    "list-of-other-channel",
                    node,
                    Text.of(
                        "The imported list '%s' holds values of '%s' and cannot be written to by '%s'; use '%s' for it."
                            .formatted(
                                list.key(), list.kind().key(), channel, list.kind().channel()),
                        "导入名单“%s”的地址类型是“%s”，不能通过“%s”发送；请改用“%s”。"
                            .formatted(
                                list.key(), list.kind().key(), channel, list.kind().channel()))));
  }
}
