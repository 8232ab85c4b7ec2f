package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.OutPort;
import io.sluice.node.TimeNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The laws of nodes at which people wait. */
record TimeLaws<C extends Record>(TimeNode<C> node, Trials<C> trials) {
  Stream<DynamicTest> tests() {
    return Stream.of(
        trials.test("nobody goes on before they arrive", this::neverBeforeArrival),
        trials.test("nobody goes on twice, and only who arrived does", this::everybodyOnce),
        trials.test("somebody who is not released has another port", this::nobodyIsStuck),
        trials.test("the instant is the same each time", this::isPure));
  }

  private Map<Instant, Audience> releases(Trials.Round<C> round) {
    FakeContext context = round.context();
    boolean apart = node.ports(round.settings()).out().stream().anyMatch(OutPort::release);
    return apart
        ? node.releases(round.settings(), round.audience(), context)
        : Map.of(node.release(round.settings(), context), round.audience());
  }

  private void neverBeforeArrival(Trials.Round<C> round) {
    Instant arrival = round.context().instant();
    assertThat(releases(round).keySet())
        .allSatisfy(release -> assertThat(release).isAfterOrEqualTo(arrival));
  }

  private void everybodyOnce(Trials.Round<C> round) {
    List<Audience> parts = List.copyOf(releases(round).values());
    Audience gone = Audience.unionOf(parts);
    assertThat(parts.stream().mapToInt(Audience::size).sum()).isEqualTo(gone.size());
    assertThat(round.audience().containsAll(gone)).as("only who arrived").isTrue();
  }

  private void nobodyIsStuck(Trials.Round<C> round) {
    boolean another = node.ports(round.settings()).out().stream().anyMatch(port -> !port.release());
    if (!another) {
      assertThat(Audience.unionOf(releases(round).values())).isEqualTo(round.audience());
    }
  }

  private void isPure(Trials.Round<C> round) {
    assertThat(releases(round)).isEqualTo(releases(round));
  }
}
