package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.delivery.gate.Channels;
import io.sluice.engine.segment.rule.AwaitedReceipts;
import io.sluice.engine.web.Counted;
import io.sluice.node.ActionNode;
import io.sluice.node.Message;
import io.sluice.node.Text;
import io.sluice.node.TimeNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Two marketing messages that reach the same people at the same address with nothing to wait for
 * between them. Messages on different ways (an SMS and an e-mail) are meant so. Two are apart for
 * certain where their {@link Ways} are. One behind the other is apart where a wait, for an instant
 * or for receipts, lies between them, or where it is for those only whom the first did not reach.
 */
public final class SameReaders {
  /** The code of the warning. */
  public static final String CODE = "same-readers";

  private SameReaders() {}

  /** Two messages, in the order of the canvas. */
  public record Pair(String one, String other) {}

  /**
   * All that can reach the same people, as far as the drawing tells.
   *
   * @param sound whether the settings of a node can be used; the others are passed over
   */
  public static List<Pair> of(BoundCanvas canvas, Predicate<String> sound) {
    List<String> messages =
        canvas.order().stream().filter(sound).filter(node -> isMarketing(canvas, node)).toList();
    Ways ways = new Ways(canvas);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      for (int j = i + 1; j < messages.size(); j++) {
        String one = messages.get(i);
        String other = messages.get(j);
        boolean apart =
            canvas.before(other).contains(one)
                ? !followsAtOnce(canvas, one, other)
                : ways.areApart(one, other);
        if (!apart && shareAddress(canvas, one, other)) {
          pairs.add(new Pair(one, other));
        }
      }
    }
    return pairs;
  }

  private static boolean isMarketing(BoundCanvas canvas, String node) {
    return canvas
        .node(node)
        .message()
        .filter(message -> message.purpose() == Message.Purpose.MARKETING)
        .isPresent();
  }

  private static boolean shareAddress(BoundCanvas canvas, String one, String other) {
    Set<String> shared = addresses(canvas, one);
    shared.retainAll(addresses(canvas, other));
    return !shared.isEmpty();
  }

  private static Set<String> addresses(BoundCanvas canvas, String node) {
    return canvas.node(node).message().stream()
        .flatMap(message -> message.variants().stream())
        .map(variant -> Channels.kindOfAddress(variant.channel()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether somebody who got one goes on to the other without waiting for anything. */
  private static boolean followsAtOnce(BoundCanvas canvas, String one, String other) {
    Set<String> seen = new HashSet<>();
    List<Wire> open =
        new ArrayList<>(
            canvas.from(one).stream()
                .filter(wire -> wire.sourcePort().equals(ActionNode.DONE))
                .toList());
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1).target();
      boolean waits =
          canvas.node(next).type() instanceof TimeNode
              || !AwaitedReceipts.in(canvas.node(next).rules()).isEmpty();
      if (!waits && next.equals(other)) {
        return true;
      }
      if (!waits && seen.add(next)) {
        open.addAll(canvas.from(next));
      }
    }
    return false;
  }

  /** The warning, where nobody counted. */
  public static CanvasProblem problem(BoundCanvas canvas, Pair pair) {
    return problem(canvas, pair, "the same people", "相同的人");
  }

  /**
   * The warning with a count.
   *
   * @param people how many would get both
   * @param upTo whether they may be fewer
   */
  public static CanvasProblem problem(BoundCanvas canvas, Pair pair, int people, boolean upTo) {
    return problem(
        canvas,
        pair,
        (upTo ? "up to " : "") + Counted.people(people),
        (upTo ? "最多 " : "") + people + " 个人");
  }

  private static CanvasProblem problem(BoundCanvas canvas, Pair pair, String who, String whoZh) {
    String first = canvas.drawn(pair.one()).shownName();
    String second = canvas.drawn(pair.other()).shownName();
    return CanvasProblem.ofNode(
        Severity.WARNING,
        CODE,
        pair.other(),
        Text.of(
            "Messages '%s' and '%s' can both reach %s; take those out of one by a dedupe or exclude, separate the two by a branch or split, or draw a wait between them"
                .formatted(first, second, who),
            "消息“%s”和“%s”可能都会发给%s;请用去重或排除去掉重复的人,用条件分支或分组区分,或在两者之间加入等待"
                .formatted(first, second, whoZh)));
  }
}
