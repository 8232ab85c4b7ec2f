package io.sluice.node.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sluice.node.ActionNode;
import io.sluice.node.AttributeKind;
import io.sluice.node.Audience;
import io.sluice.node.CodePool;
import io.sluice.node.CouponBatch;
import io.sluice.node.CouponKind;
import io.sluice.node.DateRef;
import io.sluice.node.DiscountOffer;
import io.sluice.node.Forecast;
import io.sluice.node.InPort;
import io.sluice.node.Inputs;
import io.sluice.node.Message;
import io.sluice.node.MessageNode;
import io.sluice.node.NodeType;
import io.sluice.node.Observation;
import io.sluice.node.ObserverNode;
import io.sluice.node.OutPort;
import io.sluice.node.Outcome;
import io.sluice.node.Outputs;
import io.sluice.node.Rule;
import io.sluice.node.SetNode;
import io.sluice.node.SetRef;
import io.sluice.node.SourceNode;
import io.sluice.node.TimeNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs one node by itself: settings, people and inputs in, outputs, writes and problems out. */
public final class NodeTester<C extends Record> {
  private final NodeType<C> type;
  private final FakeWorkspace workspace = new FakeWorkspace();
  private final FakePeople people = workspace.people;
  private final Map<String, List<Audience>> inputs = new HashMap<>();
  private C settings;
  private Instant instant = Instant.parse("2026-01-01T00:00:00Z");
  private ZoneId zone = ZoneOffset.UTC;
  private long seed = 1;

  private NodeTester(NodeType<C> type) {
    this.type = type;
  }

  /** A test of a node of this type. Members are 0 to 999 unless {@link #members} says otherwise. */
  public static <C extends Record> NodeTester<C> of(NodeType<C> type) {
    return new NodeTester<>(type);
  }

  /** The settings of the node. */
  public NodeTester<C> settings(C settings) {
    this.settings = settings;
    return this;
  }

  /**
   * The settings of the node as they stand in a canvas file.
   *
   * @throws IllegalArgumentException if they are not settings of this node type
   */
  public NodeTester<C> settings(String json) {
    try {
      return settings(SettingsJson.read(json, type.configType()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Not settings of " + type.info().key() + ": " + e.getOriginalMessage(), e);
    }
  }

  /** All members of the workspace. */
  public NodeTester<C> members(Audience members) {
    people.members(members);
    return this;
  }

  /** A segment of the workspace. */
  public NodeTester<C> segment(String key, int... members) {
    people.segment(key, Audience.of(members));
    return this;
  }

  /** An imported list of the workspace. */
  public NodeTester<C> list(String key, int... people) {
    this.people.list(key, Audience.of(people));
    return this;
  }

  /** Who meets a rule. */
  public NodeTester<C> rule(Rule rule, int... members) {
    people.rule(rule, Audience.of(members));
    return this;
  }

  /** A custom attribute of the workspace. */
  public NodeTester<C> attribute(String key, AttributeKind kind) {
    workspace.attribute(key, kind);
    return this;
  }

  /** An account of points in which nobody has any. */
  public NodeTester<C> account(String key) {
    workspace.account(key);
    return this;
  }

  /** How many points a member has. */
  public NodeTester<C> points(String account, int member, long points) {
    workspace.points(account, member, points);
    return this;
  }

  /** Who is in a kept set, such as a blacklist or a group of rewards. */
  public NodeTester<C> kept(SetRef set, int... members) {
    workspace.kept(set, Audience.of(members));
    return this;
  }

  /** A batch of coupons, and how it stands. */
  public NodeTester<C> coupons(String key, CouponKind kind, CouponBatch batch) {
    workspace.coupons(key, kind, batch);
    return this;
  }

  /** An offer for which people can be marked, and how it stands. */
  public NodeTester<C> offer(String key, DiscountOffer offer) {
    workspace.offer(key, offer);
    return this;
  }

  /** A pool of codes, and how it stands. */
  public NodeTester<C> codes(String key, CodePool pool) {
    workspace.codes(key, pool);
    return this;
  }

  /** A day of a member. */
  public NodeTester<C> day(DateRef date, int member, String day) {
    workspace.dates.day(date, member, LocalDate.parse(day));
    return this;
  }

  /** An instant of a member. */
  public NodeTester<C> moment(DateRef date, int member, String instant) {
    workspace.dates.instant(date, member, Instant.parse(instant));
    return this;
  }

  /** Where members live; the others live in the time zone of the workspace. */
  public NodeTester<C> livingIn(String zone, int... members) {
    workspace.dates.zone(ZoneId.of(zone), Audience.of(members));
    return this;
  }

  /** A node before that gives coupons. */
  public NodeTester<C> couponNode(String node) {
    workspace.couponNode(node);
    return this;
  }

  /** An arrow into the port {@code in} on which these people arrive. */
  public NodeTester<C> in(int... members) {
    return at(InPort.IN, Audience.of(members));
  }

  /** An arrow into a port on which these people arrive. */
  public NodeTester<C> at(String port, int... members) {
    return at(port, Audience.of(members));
  }

  /** An arrow into a port on which these people arrive. */
  public NodeTester<C> at(String port, Audience audience) {
    inputs.computeIfAbsent(port, key -> new ArrayList<>()).add(audience);
    return this;
  }

  /** The instant of the node; the start of 2026 otherwise. */
  public NodeTester<C> instant(String instant) {
    this.instant = Instant.parse(instant);
    return this;
  }

  /** The time zone of the workspace; UTC otherwise. */
  public NodeTester<C> zone(String zone) {
    this.zone = ZoneId.of(zone);
    return this;
  }

  /** The seed of the run; 1 otherwise. */
  public NodeTester<C> seed(long seed) {
    this.seed = seed;
    return this;
  }

  /**
   * Runs the node. An action acts on all who arrive.
   *
   * @throws ClassCastException if the node sends messages; what it sends is {@link #message()}
   */
  public NodeResult run() {
    FakeContext context = context();
    Inputs arrivals = Inputs.of(inputs);
    if (type instanceof SourceNode<C> source) {
      return NodeResult.of(Outputs.out(source.enter(settings, context)));
    }
    if (type instanceof SetNode<C> set) {
      return NodeResult.of(set.apply(settings, arrivals, context));
    }
    if (type instanceof TimeNode<C> time) {
      return waited(time, arrivals.in(), context);
    }
    if (type instanceof ObserverNode<C>) {
      return NodeResult.of(Outputs.none());
    }
    Outcome outcome = ((ActionNode<C>) type).act(settings, arrivals.in(), context);
    return new NodeResult(outcome.outputs(), context.writes(), Optional.empty(), Map.of());
  }

  private NodeResult waited(TimeNode<C> time, Audience waiting, FakeContext context) {
    List<OutPort> ports = time.ports(settings).out();
    Optional<OutPort> releasing = ports.stream().filter(OutPort::release).findFirst();
    if (releasing.isEmpty()) {
      return new NodeResult(
          Outputs.out(waiting), List.of(), Optional.of(time.release(settings, context)), Map.of());
    }
    Map<Instant, Audience> releases = time.releases(settings, waiting, context);
    Audience gone = Audience.unionOf(releases.values());
    Outputs outputs = Outputs.of(releasing.get().key(), gone);
    for (OutPort port : ports) {
      if (!port.release()) {
        outputs = outputs.and(port.key(), waiting.minus(gone));
      }
    }
    return new NodeResult(outputs, List.of(), Optional.empty(), releases);
  }

  /**
   * What the node would do to all who arrive.
   *
   * @throws ClassCastException if the node is no action
   */
  public Forecast forecast() {
    return ((ActionNode<C>) type).forecast(settings, Inputs.of(inputs).in(), context());
  }

  /**
   * What the node would send.
   *
   * @throws ClassCastException if the node sends no messages
   */
  public Message message() {
    return ((MessageNode<C>) type).message(settings);
  }

  /**
   * What the node would count.
   *
   * @throws ClassCastException if the node is no observer
   */
  public Observation observation() {
    return ((ObserverNode<C>) type).observation(settings);
  }

  /** What is wrong with the settings, by their annotations and by the node's own check. */
  public List<Problem> problems() {
    return SettingsCheck.problems(type, settings, workspace);
  }

  private FakeContext context() {
    return new FakeContext(instant, zone, people, workspace, workspace.dates, seed);
  }
}
