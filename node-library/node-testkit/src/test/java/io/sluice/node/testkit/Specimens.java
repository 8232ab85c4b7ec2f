package io.sluice.node.testkit;

import io.sluice.node.ActionContext;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Forecast;
import io.sluice.node.InPort;
import io.sluice.node.Inputs;
import io.sluice.node.Label;
import io.sluice.node.Message;
import io.sluice.node.Message.AtNight;
import io.sluice.node.Message.Purpose;
import io.sluice.node.Message.Variant;
import io.sluice.node.MessageNode;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.Observation;
import io.sluice.node.ObserverNode;
import io.sluice.node.OutPort;
import io.sluice.node.Outcome;
import io.sluice.node.Outputs;
import io.sluice.node.Ports;
import io.sluice.node.SetNode;
import io.sluice.node.SourceNode;
import io.sluice.node.Text;
import io.sluice.node.TimeNode;
import io.sluice.node.Trait;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** One node type of each kind that does what it is told; sound unless told otherwise. */
final class Specimens {
  private static final NodeInfo INFO =
      new NodeInfo(
          "specimen",
          Category.LOGIC,
          Text.of("Specimen", "样品"),
          Text.of("Is tried.", "用于测试。"),
          "flask",
          Set.of());

  private Specimens() {}

  public record Settings(@Min(0) @Label(en = "Size", zh = "大小") Integer size) {}

  public static class Entry implements SourceNode<Settings> {
    private final Function<NodeContext, Audience> entering;

    public Entry() {
      this(context -> Audience.range(0, 5));
    }

    Entry(Function<NodeContext, Audience> entering) {
      this.entering = entering;
    }

    @Override
    public NodeInfo info() {
      return INFO;
    }

    @Override
    public Class<Settings> configType() {
      return Settings.class;
    }

    @Override
    public Audience enter(Settings settings, NodeContext context) {
      return entering.apply(context);
    }
  }

  public static class Sorter implements SetNode<Settings> {
    private final BiFunction<Inputs, NodeContext, Outputs> sorting;

    public Sorter() {
      this((inputs, context) -> Outputs.out(inputs.in()));
    }

    Sorter(BiFunction<Inputs, NodeContext, Outputs> sorting) {
      this.sorting = sorting;
    }

    @Override
    public NodeInfo info() {
      return INFO;
    }

    @Override
    public Class<Settings> configType() {
      return Settings.class;
    }

    @Override
    public Ports ports(Settings settings) {
      return Ports.through(OutPort.out(), OutPort.rest());
    }

    @Override
    public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
      return sorting.apply(inputs, context);
    }
  }

  public static class Brake implements TimeNode<Settings> {
    private final Function<NodeContext, Instant> release;

    public Brake() {
      this(NodeContext::instant);
    }

    Brake(Function<NodeContext, Instant> release) {
      this.release = release;
    }

    @Override
    public NodeInfo info() {
      return INFO;
    }

    @Override
    public Class<Settings> configType() {
      return Settings.class;
    }

    @Override
    public Instant release(Settings settings, NodeContext context) {
      return release.apply(context);
    }
  }

  /** Releases people in cohorts of their own, and has no other port. */
  public static class Sluice extends Brake {
    private final BiFunction<Audience, NodeContext, Map<Instant, Audience>> releasing;

    public Sluice() {
      this((waiting, context) -> Map.of(context.instant(), waiting));
    }

    Sluice(BiFunction<Audience, NodeContext, Map<Instant, Audience>> releasing) {
      this.releasing = releasing;
    }

    @Override
    public Ports ports(Settings settings) {
      return Ports.through(OutPort.releasing(OutPort.OUT, "Out", "输出"));
    }

    @Override
    public Map<Instant, Audience> releases(
        Settings settings, Audience waiting, NodeContext context) {
      return releasing.apply(waiting, context);
    }
  }

  public static class Action implements ActionNode<Settings> {
    private final Function<Audience, Forecast> forecast;
    private final BiFunction<Audience, ActionContext, Outcome> act;

    public Action() {
      this(Forecast::done, (batch, context) -> Outcome.done(batch));
    }

    Action(
        Function<Audience, Forecast> forecast, BiFunction<Audience, ActionContext, Outcome> act) {
      this.forecast = forecast;
      this.act = act;
    }

    @Override
    public NodeInfo info() {
      return INFO;
    }

    @Override
    public Class<Settings> configType() {
      return Settings.class;
    }

    @Override
    public Forecast forecast(Settings settings, Audience audience, NodeContext context) {
      return forecast.apply(audience);
    }

    @Override
    public Outcome act(Settings settings, Audience batch, ActionContext context) {
      return act.apply(batch, context);
    }
  }

  public static class Sender implements MessageNode<Settings> {
    private final NodeInfo info;
    private final Supplier<Message> message;

    public Sender() {
      this(Trait.MESSAGE, () -> saying(Map.of("text", "Hi")));
    }

    Sender(Trait trait, Supplier<Message> message) {
      this.info =
          new NodeInfo(
              INFO.key(), INFO.category(), INFO.label(), INFO.help(), INFO.icon(), Set.of(trait));
      this.message = message;
    }

    static Message saying(Map<String, String> content) {
      Variant variant =
          new Variant("sms", Optional.empty(), Optional.empty(), Optional.empty(), true, content);
      return new Message(Purpose.SERVICE, AtNight.HOLD, false, Optional.empty(), List.of(variant));
    }

    @Override
    public NodeInfo info() {
      return info;
    }

    @Override
    public Class<Settings> configType() {
      return Settings.class;
    }

    @Override
    public Message message(Settings settings) {
      return message.get();
    }
  }

  public static class Watcher implements ObserverNode<Settings> {
    private final List<OutPort> out;
    private final Supplier<Observation> observation;
    private final Set<Trait> traits;

    public Watcher() {
      this(List.of(), Set.of(), () -> comparing("control"));
    }

    Watcher(List<OutPort> out, Set<Trait> traits, Supplier<Observation> observation) {
      this.out = out;
      this.traits = traits;
      this.observation = observation;
    }

    static Observation comparing(String baseline) {
      return new Observation(5, Set.of(), Set.of(), false, Optional.of(baseline));
    }

    @Override
    public NodeInfo info() {
      return new NodeInfo(
          INFO.key(), INFO.category(), INFO.label(), INFO.help(), INFO.icon(), traits);
    }

    @Override
    public Class<Settings> configType() {
      return Settings.class;
    }

    @Override
    public Ports ports(Settings settings) {
      return new Ports(List.of(InPort.single()), out);
    }

    @Override
    public Observation observation(Settings settings) {
      return observation.get();
    }
  }
}
