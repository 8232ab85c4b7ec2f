package io.sluice.engine.analysis;

import io.sluice.engine.campaign.Campaign;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.run.Run;
import io.sluice.node.Audience;
import io.sluice.node.MessageNode;
import io.sluice.node.Trait;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A run whose orders are being counted. */
final class RunCount {
  private final Run run;
  private final BoundCanvas canvas;
  private final Instant asOf;
  private final List<Watched> watched;
  private final Optional<Goals.Reached> goal;
  private final Map<String, BigDecimal> costs;
  private final Audience entered;
  private final Tally total;

  RunCount(
      Run run,
      BoundCanvas canvas,
      Instant asOf,
      List<Watched> watched,
      Optional<Goals.Reached> goal,
      Map<String, BigDecimal> costs,
      Audience entered) {
    this.run = run;
    this.canvas = canvas;
    this.asOf = asOf;
    this.watched = watched;
    this.goal = goal;
    this.costs = costs;
    this.entered = entered;
    this.total = new Tally(OrderScope.ALL, done().flatMap(one -> one.parts().stream()).toList());
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

  /** Who came in by any source. */
  Audience entered() {
    return entered;
  }

  /** Without those at whom nothing was done: people left alone are compared, not counted. */
  private Stream<Watched> done() {
    return watched.stream()
        .filter(one -> !canvas.node(one.node()).type().info().has(Trait.CONTROL));
  }

  Audience sent() {
    return Audience.unionOf(done().map(one -> one.outcomes().sent()).toList());
  }

  Audience converted() {
    return goal.map(reached -> reached.reached().intersect(sent())).orElseGet(total::buyers);
  }

  Audience converted(Watched one) {
    return goal.map(reached -> reached.reached().intersect(one.outcomes().sent()))
        .orElseGet(one.tally()::buyers);
  }

  /** Of each action once, however many observe it; only messages reach people. */
  List<Response> responses() {
    Map<String, Watched> once = new LinkedHashMap<>();
    done().forEach(one -> once.putIfAbsent(one.node(), one));
    return once.values().stream()
        .map(one -> isMessage(one) ? response(one) : response(one, 0))
        .toList();
  }

  private boolean isMessage(Watched one) {
    return canvas.node(one.node()).type() instanceof MessageNode;
  }

  private Response response(Watched one) {
    return response(one, one.outcomes().reached().size());
  }

  private Response response(Watched one, int reached) {
    return Response.of(
        one.outcomes().sent().size(),
        reached,
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
        Total.of(responses(), entered.size(), sent().size(), converted().size(), total.sales()),
        goal.map(Goals.Reached::figures).orElse(null),
        watched.stream().map(this::action).toList());
  }

  ActionFigures action(Watched one) {
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
