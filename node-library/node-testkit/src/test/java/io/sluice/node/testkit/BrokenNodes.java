package io.sluice.node.testkit;

import io.sluice.node.ActionContext;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Forecast;
import io.sluice.node.Inputs;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.OutPort;
import io.sluice.node.Outcome;
import io.sluice.node.Outputs;
import io.sluice.node.Ports;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import io.sluice.node.testkit.Specimens.Action;
import io.sluice.node.testkit.Specimens.Brake;
import io.sluice.node.testkit.Specimens.Entry;
import io.sluice.node.testkit.Specimens.Sender;
import io.sluice.node.testkit.Specimens.Settings;
import io.sluice.node.testkit.Specimens.Sluice;
import io.sluice.node.testkit.Specimens.Sorter;
import io.sluice.node.testkit.Specimens.Watcher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Node types that each break one law: the name of the law, then the node type. */
final class BrokenNodes {
  private static final SetRef TAG = SetRef.tag("kept");
  private static final Audience SOME = Audience.range(0, 300);

  private BrokenNodes() {}

  static Stream<Arguments> senders() {
    AtomicInteger calls = new AtomicInteger();
    return Stream.of(
        Arguments.of(
            "says that it sends messages",
            new Sender(Trait.CONTROL, () -> Sender.saying(Map.of("text", "Hi")))),
        sender("every variant has a channel and something to say", Map::of),
        sender(
            "every variant has a channel and something to say", () -> Map.of("Opt Out", "Reply R")),
        sender(
            "the same settings give the same message",
            () -> Map.of("text", "Number " + calls.incrementAndGet())));
  }

  private static Arguments sender(String law, Supplier<Map<String, String>> content) {
    return Arguments.of(law, new Sender(Trait.MESSAGE, () -> Sender.saying(content.get())));
  }

  static Stream<Arguments> watchers() {
    AtomicInteger calls = new AtomicInteger();
    return Stream.of(
        watcher(
            "one arrow enters and none leaves",
            new Watcher(List.of(OutPort.out()), Set.of(), () -> Watcher.comparing("control"))),
        watcher(
            "is no control group itself",
            new Watcher(List.of(), Set.of(Trait.CONTROL), () -> Watcher.comparing("control"))),
        watcher(
            "says what it counts", new Watcher(List.of(), Set.of(), () -> Watcher.comparing(" "))),
        watcher(
            "the same settings give the same observation",
            new Watcher(
                List.of(), Set.of(), () -> Watcher.comparing("c" + calls.incrementAndGet()))));
  }

  private static Arguments watcher(String law, Watcher broken) {
    return Arguments.of(law, broken);
  }

  static Stream<Arguments> sorters() {
    AtomicInteger calls = new AtomicInteger();
    return Stream.of(
        sorter("people leave by its out-ports only", (in, context) -> Outputs.of("exit", in.in())),
        sorter(
            "nobody leaves by two ports",
            (in, context) -> Outputs.out(in.in()).and(OutPort.REST, in.in())),
        sorter("nobody leaves who did not arrive", (in, context) -> Outputs.out(SOME)),
        sorter("nobody is lost", (in, context) -> Outputs.out(in.in().minus(SOME))),
        sorter(
            "the same inputs give the same outputs",
            (in, context) ->
                Outputs.of(calls.incrementAndGet() % 3 == 0 ? OutPort.OUT : OutPort.REST, in.in())),
        sorter("nobody leaves where nobody arrives", (in, context) -> Outputs.out(SOME)),
        sorter(
            "says that it draws",
            (in, context) ->
                Outputs.out(context.order().slices(in.in(), 0, in.in().size()).get(0))),
        sorter(
            "says which segments it reads",
            (in, context) -> {
              Audience vip = context.people().segment("vip");
              return Outputs.out(in.in().intersect(vip)).and(OutPort.REST, in.in().minus(vip));
            }));
  }

  private static Arguments sorter(String law, BiFunction<Inputs, NodeContext, Outputs> sorting) {
    return Arguments.of(law, new Sorter(sorting));
  }

  static Stream<Arguments> actions() {
    AtomicInteger calls = new AtomicInteger();
    return Stream.of(
        action(
            "everybody has exactly one outcome",
            (batch, context) -> Outcome.done(batch.minus(SOME))),
        action(
            "reasons are kebab-case codes",
            (batch, context) ->
                new Outcome(
                    Audience.empty(), Map.of("No luck", batch), Map.of(), Audience.empty())),
        action(
            "the forecast names the same people as the act",
            (batch, context) -> new Outcome(Audience.empty(), Map.of(), Map.of(), batch)),
        action(
            "the same people give the same outcome",
            (batch, context) ->
                new Outcome(
                    Audience.empty(),
                    Map.of("try-" + calls.incrementAndGet(), batch),
                    Map.of(),
                    Audience.empty())),
        action(
            "writes only what it says, with its people",
            (batch, context) -> {
              context.write(SetWrite.add(TAG, batch));
              return Outcome.done(batch);
            }),
        action("does nothing to nobody", (batch, context) -> Outcome.done(SOME)));
  }

  private static Arguments action(String law, BiFunction<Audience, ActionContext, Outcome> acting) {
    return Arguments.of(law, new Action(Forecast::done, acting));
  }

  static Stream<Arguments> others() {
    AtomicInteger calls = new AtomicInteger();
    return Stream.of(
        Arguments.of(
            "the same people enter each time",
            new Entry(context -> Audience.of(calls.incrementAndGet()))),
        Arguments.of(
            "says which segments it reads", new Entry(context -> context.people().segment("vip"))),
        Arguments.of(
            "nobody goes on before they arrive",
            new Brake(context -> context.instant().minusSeconds(1))),
        Arguments.of(
            "the instant is the same each time",
            new Brake(context -> context.instant().plusSeconds(calls.incrementAndGet()))),
        Arguments.of(
            "nobody goes on before they arrive",
            new Sluice((waiting, context) -> Map.of(context.instant().minusSeconds(1), waiting))),
        Arguments.of(
            "nobody goes on twice, and only who arrived does",
            new Sluice(
                (waiting, context) ->
                    Map.of(context.instant(), waiting, context.instant().plusSeconds(1), waiting))),
        Arguments.of(
            "somebody who is not released has another port",
            new Sluice((waiting, context) -> Map.of())),
        Arguments.of("is found by ServiceLoader", new Sorter() {}),
        Arguments.of("has a name, a help text and an icon", new WithoutChinese()),
        Arguments.of("ports have keys of their own and names", new WithEqualPorts()),
        Arguments.of("incomplete settings break neither ports nor check", new Impatient()));
  }

  private static final class WithoutChinese extends Sorter {
    @Override
    public NodeInfo info() {
      Text english = Text.of("Specimen", "");
      return new NodeInfo("specimen", Category.LOGIC, english, english, "flask", Set.of());
    }
  }

  private static final class WithEqualPorts extends Sorter {
    @Override
    public Ports ports(Settings settings) {
      return Ports.through(OutPort.out(), OutPort.out());
    }
  }

  private static final class Impatient extends Sorter {
    @Override
    public Ports ports(Settings settings) {
      return settings.size() > 0 ? super.ports(settings) : super.ports(settings);
    }
  }
}
