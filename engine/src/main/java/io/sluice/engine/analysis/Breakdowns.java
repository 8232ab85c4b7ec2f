package io.sluice.engine.analysis;

import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.run.Run;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts an action anew for groups of its people. */
@Component
class Breakdowns {
  private final Analyses analyses;
  private final CanvasVersions versions;
  private final Groups groups;
  private final CountedOrders orders;

  Breakdowns(Analyses analyses, CanvasVersions versions, Groups groups, CountedOrders orders) {
    this.analyses = analyses;
    this.versions = versions;
    this.groups = groups;
    this.orders = orders;
  }

  /** The figures of an action, or of an observer on one, in groups; empty where there is none. */
  Optional<Breakdown> of(Workspace workspace, Run run, String node, String by, Instant asOf) {
    return analyses.of(workspace, run, node, asOf).map(seen -> of(run, seen, by, asOf));
  }

  private Breakdown of(Run run, Analyses.Seen seen, String by, Instant asOf) {
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    Watched watched = seen.watched();
    List<Group> found = groups.of(run, canvas, by, watched.outcomes().targeted(), asOf);
    List<Tally> tallies =
        found.stream().map(group -> tally(watched.tally(), group.people())).toList();
    orders.addTo(run.workspace(), tallies, asOf);
    List<Breakdown.GroupFigures> figures = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      figures.add(figures(seen, found.get(i), tallies.get(i)));
    }
    int together = found.stream().mapToInt(group -> group.people().size()).sum();
    return new Breakdown(
        run.id(),
        watched.node(),
        watched.analysis(),
        by,
        asOf,
        together > watched.outcomes().targeted().size(),
        figures);
  }

  private static Tally tally(Tally all, Audience people) {
    return new Tally(
        all.scope(),
        all.parts().stream()
            .map(
                part ->
                    new Part(
                        part.from(), part.to(), part.counted().intersect(people), Audience.empty()))
            .toList());
  }

  private static Breakdown.GroupFigures figures(Analyses.Seen seen, Group group, Tally tally) {
    Outcomes all = seen.watched().outcomes();
    int sent = all.sent().intersect(group.people()).size();
    int reached = all.reached().intersect(group.people()).size();
    int clicks = all.clicked().intersect(group.people()).size();
    int conversions = seen.converted().intersect(group.people()).size();
    return new Breakdown.GroupFigures(
        group.value(),
        group.people().size(),
        sent,
        reached,
        clicks,
        conversions,
        Quotient.of(conversions, sent),
        Quotient.of(clicks, reached),
        Quotient.of(conversions, clicks),
        tally.sales());
  }
}
