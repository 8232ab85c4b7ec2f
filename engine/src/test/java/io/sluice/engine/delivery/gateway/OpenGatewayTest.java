package io.sluice.engine.delivery.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenGatewayTest {
  private static final WorkspaceId SHOP = new WorkspaceId(1);
  private static final Handover ACCEPTED = new Handover.Accepted(Optional.empty());
  private static final Handover NOT_TAKEN = new Handover.NotTaken("busy");
  private static final Handover UNKNOWN = new Handover.Unknown("lost");
  private static final Handover REFUSED = new Handover.Refused("no-such-number");
  private static final SendingLimits LIMITS =
      new SendingLimits(3, Duration.ofMillis(1), Duration.ofSeconds(20), Duration.ofHours(1));

  private final List<Broken> broke = new ArrayList<>();
  private final List<Broken> recovered = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private ScriptedGateway gateway;
  private int servers = 1;

  @AfterEach
  void stop() {
    threads.shutdown();
  }

  @Test
  void triesAgainWhatWasNotTakenAndNothingElse() {
    OpenGateway open =
        open(
            plain(4),
            (call, message) ->
                call == 1
                    ? List.of(ACCEPTED, NOT_TAKEN, UNKNOWN, REFUSED).get(message.effect().member())
                    : ACCEPTED);

    assertThat(open.send(texts(4))).containsExactly(ACCEPTED, ACCEPTED, UNKNOWN, REFUSED);
    assertThat(gateway.calls()).hasSize(2);
    assertThat(gateway.calls().get(1)).containsExactly(texts(4).get(1));
  }

  @Test
  void givesUpAfterThreeTries() {
    OpenGateway open = open(plain(1), (call, message) -> NOT_TAKEN);

    assertThat(open.send(texts(1))).containsExactly(NOT_TAKEN);
    assertThat(gateway.calls()).hasSize(3);
  }

  @Test
  void triesTheUnknownAgainWhereTheGatewayRecognisesIt() {
    OpenGateway open = open(recognising(), (call, message) -> call == 1 ? UNKNOWN : ACCEPTED);

    assertThat(open.send(texts(2))).containsExactly(ACCEPTED, ACCEPTED);
    assertThat(gateway.calls().get(1)).isEqualTo(gateway.calls().get(0));
  }

  @Test
  void doesNotTakeAnErrorForWordThatTheUnknownWasNotTaken() {
    OpenGateway open = open(recognising(), (call, message) -> call == 1 ? UNKNOWN : NOT_TAKEN);

    assertThat(open.send(texts(1))).containsExactly(UNKNOWN);
  }

  @Test
  void doesNotTryTheUnknownAgainOutsideTheWindow() {
    GatewayPolicy policy = new GatewayPolicy(1, 1, 0, Optional.of(Duration.ofMillis(1)));
    OpenGateway open = open(policy, (call, message) -> UNKNOWN);

    assertThat(open.send(texts(1))).containsExactly(UNKNOWN);
    assertThat(gateway.calls()).hasSize(1);
  }

  @Test
  void cutsLongListsIntoCalls() {
    OpenGateway open = open(plain(4), (call, message) -> new Handover.Refused("call-" + call));

    assertThat(open.send(texts(9)))
        .extracting(result -> ((Handover.Refused) result).reason())
        .containsExactly(
            "call-1", "call-1", "call-1", "call-1", "call-2", "call-2", "call-2", "call-2",
            "call-3");
  }

  @Test
  void leavesABrokenGatewayAloneAndSaysSo() {
    OpenGateway open = open(plain(1), (call, message) -> NOT_TAKEN);

    List<Handover> results = open.send(texts(20));

    assertThat(results.get(19)).isEqualTo(new Handover.NotTaken("gateway-broken"));
    assertThat(gateway.calls()).hasSize(10);
    assertThat(open.broken()).map(Broken::reason).contains("busy");
    assertThat(broke).hasSize(1);
  }

  @Test
  void recoversByATrial() {
    SendingLimits impatient =
        new SendingLimits(1, Duration.ofMillis(1), Duration.ofSeconds(20), Duration.ofMillis(1));
    OpenGateway open =
        open(plain(1), (call, message) -> call <= 10 ? NOT_TAKEN : ACCEPTED, impatient);

    while (recovered.isEmpty()) {
      open.send(texts(1));
    }

    assertThat(recovered).isEqualTo(broke);
    assertThat(open.broken()).isEmpty();
  }

  @Test
  void doesNotBreakOnMessagesThatAreRefused() {
    OpenGateway open = open(plain(1), (call, message) -> REFUSED);

    assertThat(open.send(texts(30))).containsOnly(REFUSED);
    assertThat(open.broken()).isEmpty();
  }

  @Test
  void isUnknownWhenTheGatewayThrows() {
    OpenGateway open =
        open(
            plain(2),
            (call, message) -> {
              throw new IllegalStateException("bug");
            });

    assertThat(open.send(texts(2))).hasSize(2).allMatch(Handover.Unknown.class::isInstance);
  }

  @Test
  void keepsToTheRate() {
    OpenGateway open =
        open(new GatewayPolicy(100, 1, 50, Optional.empty()), (call, message) -> ACCEPTED);
    long start = System.nanoTime();

    assertThat(open.send(texts(100))).containsOnly(ACCEPTED);

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(950), Duration.ofSeconds(10));
  }

  @Test
  void leavesTheOtherServersTheirShareOfTheRate() {
    servers = 4;
    OpenGateway open =
        open(new GatewayPolicy(50, 1, 200, Optional.empty()), (call, message) -> ACCEPTED);
    long start = System.nanoTime();

    assertThat(open.send(texts(100))).containsOnly(ACCEPTED);

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(950), Duration.ofSeconds(10));
  }

  @Test
  void handsOverNoMoreAtOnceThanTheRateLetsThroughSoon() {
    OpenGateway slow =
        open(new GatewayPolicy(100, 8, 2, Optional.empty()), (call, message) -> ACCEPTED);
    OpenGateway fast =
        open(new GatewayPolicy(100, 8, 1_000, Optional.empty()), (call, message) -> ACCEPTED);

    assertThat(slow.policy().inFlight()).isEqualTo(10);
    assertThat(fast.policy().inFlight()).isEqualTo(800);
  }

  @Test
  void doesNotWaitLongerThanAllowedForTheRate() {
    SendingLimits impatient =
        new SendingLimits(3, Duration.ofMillis(1), Duration.ofMillis(100), Duration.ofHours(1));
    OpenGateway open =
        open(new GatewayPolicy(10, 1, 1, Optional.empty()), (call, message) -> ACCEPTED, impatient);

    assertThat(open.send(texts(3)))
        .containsExactly(
            ACCEPTED, new Handover.NotTaken("rate-limit"), new Handover.NotTaken("rate-limit"));
  }

  @Test
  void callsAsManyAtOnceAsTheGatewayTakesAndNoMore() {
    CyclicBarrier together = new CyclicBarrier(4);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger inFlight = new AtomicInteger();
    Gateway four =
        new FunctionGateway(
            new GatewayPolicy(1, 4, 0, Optional.empty()),
            message -> {
              most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
              await(together);
              inFlight.decrementAndGet();
              return new Handover.Refused("m" + message.effect().member());
            });

    List<Handover> results = open(four, LIMITS).send(texts(8));

    assertThat(most).hasValue(4);
    assertThat(results)
        .extracting(result -> ((Handover.Refused) result).reason())
        .containsExactly("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7");
  }

  private record FunctionGateway(GatewayPolicy policy, Function<OutboundMessage, Handover> function)
      implements Gateway {
    @Override
    public List<Handover> send(List<OutboundMessage> messages) {
      return messages.stream().map(function).toList();
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private OpenGateway open(
      GatewayPolicy policy, BiFunction<Integer, OutboundMessage, Handover> script) {
    return open(policy, script, LIMITS);
  }

  private OpenGateway open(
      GatewayPolicy policy,
      BiFunction<Integer, OutboundMessage, Handover> script,
      SendingLimits limits) {
    gateway = new ScriptedGateway(policy, script);
    return open(gateway, limits);
  }

  private OpenGateway open(Gateway gateway, SendingLimits limits) {
    Circuit circuit = new Circuit("test", limits.brokenFor(), broke::add, recovered::add);
    GatewayConfig config = new GatewayConfig(SHOP, "test", "test", "sms", true, "gsm", "{}");
    return new OpenGateway(
        config, new GatewayCalls(gateway, circuit, () -> servers), limits, threads);
  }

  private static GatewayPolicy plain(int callSize) {
    return new GatewayPolicy(callSize, 1, 0, Optional.empty());
  }

  private static GatewayPolicy recognising() {
    return new GatewayPolicy(10, 1, 0, Optional.of(Duration.ofHours(1)));
  }

  private static List<OutboundMessage> texts(int count) {
    return OutboundMessages.texts(SHOP, count);
  }
}
