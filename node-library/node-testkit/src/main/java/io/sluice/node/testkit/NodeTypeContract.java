package io.sluice.node.testkit;

import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Inputs;
import io.sluice.node.MessageNode;
import io.sluice.node.NodeType;
import io.sluice.node.ObserverNode;
import io.sluice.node.SetNode;
import io.sluice.node.SourceNode;
import io.sluice.node.TimeNode;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The laws that every node type keeps. The test of a node type extends this class, hands over the
 * type and some valid settings, and adds the tests of what is particular to it.
 *
 * <p>The laws are tried with every example, on random inputs out of a fixed seed. Rules and
 * segments named by the examples are answered by an arbitrary half of the people.
 */
public abstract class NodeTypeContract<C extends Record> {
  private final Trials<C> trials;

  /** A contract test for the type, with at least one example of valid settings. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  protected NodeTypeContract(NodeType<C> type, C... examples) {
    this.trials = new Trials<>(type, Arrays.stream(examples).toList(), this::mustLeave);
  }

  /**
   * Everybody who must leave a set node by some port: all who arrive. A node that consumes some of
   * its inputs overrides this and says who is left.
   */
  protected Audience mustLeave(Inputs inputs) {
    return inputs.union();
  }

  @TestFactory
  final Stream<DynamicTest> keepsTheLaws() {
    return Stream.of(
            new PresentationLaws(trials.type()).tests(),
            new SettingsLaws<>(trials).tests(),
            lawsOfItsKind())
        .flatMap(laws -> laws);
  }

  private Stream<DynamicTest> lawsOfItsKind() {
    NodeType<C> type = trials.type();
    if (type instanceof SourceNode<C> source) {
      return new SourceLaws<>(source, trials).tests();
    }
    if (type instanceof SetNode<C> set) {
      return new SetLaws<>(set, trials).tests();
    }
    if (type instanceof TimeNode<C> time) {
      return new TimeLaws<>(time, trials).tests();
    }
    if (type instanceof MessageNode<C> message) {
      return new MessageLaws<>(message, trials).tests();
    }
    if (type instanceof ObserverNode<C> observer) {
      return new ObserverLaws<>(observer, trials).tests();
    }
    return new ActionLaws<>((ActionNode<C>) type, trials).tests();
  }
}
