package io.sluice.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Forecast;
import io.sluice.node.Outcome;
import io.sluice.node.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The laws of nodes that change the world. */
record ActionLaws<C extends Record>(ActionNode<C> node, Trials<C> trials) {
  private static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

  Stream<DynamicTest> tests() {
    return Stream.of(
        trials.test("everybody has exactly one outcome", this::outcomeIsComplete),
        trials.test("reasons are kebab-case codes", this::reasonsAreCodes),
        trials.test("the forecast names the same people as the act", this::forecastAgrees),
        trials.test("the same people give the same outcome", this::isPure),
        trials.test("writes only what it says, with its people", this::declaresWrites),
        trials.test("does nothing to nobody", this::survivesNobody));
  }

  private Outcome act(Trials.Round<C> round) {
    return node.act(round.settings(), round.audience(), round.context());
  }

  private Forecast forecast(Trials.Round<C> round) {
    return node.forecast(round.settings(), round.audience(), round.context());
  }

  private void outcomeIsComplete(Trials.Round<C> round) {
    requireParts(round.audience(), act(round));
    requireParts(round.audience(), forecast(round).outcome());
  }

  private static void requireParts(Audience batch, Outcome outcome) {
    List<Audience> parts = new ArrayList<>(List.of(outcome.done(), outcome.unknown()));
    parts.addAll(outcome.failed().values());
    parts.addAll(outcome.suppressed().values());
    assertThat(Audience.unionOf(parts)).as("everybody who has an outcome").isEqualTo(batch);
    assertThat(parts.stream().mapToLong(Audience::size).sum())
        .as("number of outcomes")
        .isEqualTo(batch.size());
  }

  private void reasonsAreCodes(Trials.Round<C> round) {
    Outcome outcome = act(round);
    assertThat(outcome.failed().keySet()).allMatch(reason -> reason.matches(CODE));
    assertThat(outcome.suppressed().keySet()).allMatch(reason -> reason.matches(CODE));
  }

  private void forecastAgrees(Trials.Round<C> round) {
    FakeContext context = round.context();
    Outcome outcome = node.act(round.settings(), round.audience(), context);
    Forecast forecast = forecast(round);
    assertThat(forecast.outcome()).as("forecast outcome").isEqualTo(outcome);
    assertThat(forecast.writes()).as("forecast writes").isEqualTo(context.writes());
    assertThat(forecast.units()).as("units").isNotNegative();
    assertThat(forecast.cost()).as("cost").isNotNegative();
  }

  private void isPure(Trials.Round<C> round) {
    Outcome first = act(round);
    trials.examples().forEach(other -> act(new Trials.Round<>(other, round.seed() + 1)));
    assertThat(act(round)).isEqualTo(first);
  }

  private void declaresWrites(Trials.Round<C> round) {
    FakeContext context = round.context();
    node.act(round.settings(), round.audience(), context);
    for (Write write : context.writes()) {
      assertThat(node.writes(round.settings()))
          .as("targets it says")
          .anyMatch(write.target()::equals);
      assertThat(write.members().minus(round.audience()))
          .as("people written to %s who did not arrive", write.target())
          .isEqualTo(Audience.empty());
    }
  }

  private void survivesNobody(Trials.Round<C> round) {
    requireParts(Audience.empty(), node.act(round.settings(), Audience.empty(), round.context()));
    requireParts(
        Audience.empty(),
        node.forecast(round.settings(), Audience.empty(), round.context()).outcome());
  }
}
