package io.sluice.engine.analysis;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.run.Run;
import io.sluice.node.Audience;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run whose orders are being counted. */
final class RunCount {
  private final Run run;
  private final BoundCanvas canvas;
  private final Instant asOf;
  private final List<Watched> watched;
  private final Optional<Goals.Reached> goal;
  private final Map<String, BigDecimal> costs;
  private final Tally total;

  RunCount(
      Run run,
      BoundCanvas canvas,
      Instant asOf,
      List<Watched> watched,
      Optional<Goals.Reached> goal,
      Map<String, BigDecimal> costs) {
    this.run = run;
    this.canvas = canvas;
    this.asOf = asOf;
    this.watched = watched;
    this.goal = goal;
    this.costs = costs;
    this.total =
        new Tally(OrderScope.ALL, watched.stream().flatMap(one -> one.parts().stream()).toList());
  }

  Run run() {
    return run;
  }

  List<Watched> watched() {
    return watched;
  }

  /** The orders under any of the actions, each once. */
  Tally total() {
    return total;
  }

  List<Tally> tallies() {
    List<Tally> all = new ArrayList<>(watched.stream().map(Watched::tally).toList());
    all.add(total);
    return all;
  }

  Audience sent() {
    return Audience.unionOf(watched.stream().map(one -> one.outcomes().sent()).toList());
  }

  Audience converted() {
    return goal.map(reached -> reached.reached().intersect(sent())).orElseGet(total::buyers);
  }

  Audience converted(Watched one) {
    return goal.map(reached -> reached.reached().intersect(one.outcomes().sent()))
        .orElseGet(one.tally()::buyers);
  }

  /** Of each action once, however many observe it. */
  List<Response> responses() {
    List<String> seen = new ArrayList<>();
    List<Response> responses = new ArrayList<>();
    for (Watched one : watched) {
      if (!seen.contains(one.node())) {
        seen.add(one.node());
        responses.add(response(one));
      }
    }
    return responses;
  }

  private Response response(Watched one) {
    return Response.of(
        one.outcomes().sent().size(),
        one.outcomes().reached().size(),
        one.outcomes().clicked().size(),
        converted(one).size(),
        costs.getOrDefault(one.node(), BigDecimal.ZERO).stripTrailingZeros(),
        one.tally().sales().amount());
  }

  RunAnalysis figures(Campaign campaign, Optional<Instant> end) {
    Optional<Instant> until =
        end.flatMap(any -> watched.stream().map(Watched::until).max(Comparator.naturalOrder()));
    boolean goalOver = goal.map(reached -> reached.figures().complete()).orElse(true);
    return new RunAnalysis(
        run.id(),
        campaign.key(),
        run.version(),
        end.orElse(null),
        asOf,
        until.orElse(null),
        end.isPresent() && goalOver && until.map(last -> !last.isAfter(asOf)).orElse(true),
        Total.of(responses(), sent().size(), converted().size(), total.sales()),
        goal.map(Goals.Reached::figures).orElse(null),
        watched.stream().map(this::action).toList());
  }

  private ActionFigures action(Watched one) {
    return new ActionFigures(
        one.node(),
        canvas.drawn(one.node()).shownName(),
        canvas.drawn(one.node()).type(),
        one.analysis(),
        one.observation().days(),
        one.until(),
        one.outcomes().reach(),
        response(one),
        one.tally().sales(),
        one.tally().intent(),
        one.observation().baseline().map(baseline -> comparison(one, baseline)).orElse(null));
  }

  private Comparison comparison(Watched one, String baseline) {
    Audience met = goal.map(Goals.Reached::reached).orElseGet(one.tally()::watchedBuyers);
    return Comparison.of(
        baseline,
        goal.isPresent(),
        Comparison.Arm.of(
            one.outcomes().targeted().size(),
            one.treated().size(),
            one.treated().intersect(met).size()),
        Comparison.Arm.of(
            one.alone().assigned().size(),
            one.alone().passed().size(),
            one.alone().passed().intersect(met).size()));
  }
}
