package io.sluice.engine.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.campaign.CanvasVersions;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.RunVisits;
import io.sluice.engine.run.Runs;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.ObserverNode;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts each run again every morning at 07:00 for the day before, from the day of its start until
 * its windows are over. Whoever comes to it, at any time: what is due and not there yet is counted,
 * so that a server that was down makes up for it.
 */
@Component
class Recounts {
  /** Older days of a run are not made up for. */
  private static final int MOST_DAYS = 400;

  private final RecountRows rows;
  private final Analyses analyses;
  private final Windows windows;
  private final Runs runs;
  private final RunVisits visits;
  private final CanvasVersions versions;
  private final Workspaces workspaces;
  private final ObjectMapper json;
  private final Clock clock;

  Recounts(
      RecountRows rows,
      Analyses analyses,
      Windows windows,
      Runs runs,
      RunVisits visits,
      CanvasVersions versions,
      Workspaces workspaces,
      ObjectMapper json,
      Clock clock) {
    this.rows = rows;
    this.analyses = analyses;
    this.windows = windows;
    this.runs = runs;
    this.visits = visits;
    this.versions = versions;
    this.workspaces = workspaces;
    this.json = json;
    this.clock = clock;
  }

  List<AnalysisController.Recount> of(Run run) {
    return rows.of(run);
  }

  /** The figures of a day as JSON; nothing if it was not counted. */
  Optional<String> figures(Run run, LocalDate day) {
    return rows.figures(run, day);
  }

  @Transactional
  void setWindow(WorkspaceId workspace, long campaign, int days) {
    windows.set(workspace, campaign, days);
    rows.reopen(workspace, campaign);
  }

  /** Counts what is due of a run. */
  void come(RecountRows.Open open) {
    Workspace workspace = workspaces.get(open.workspace());
    Run run = runs.require(workspace, open.run());
    if (run.isDatedBack() && run.endedAt() == null) {
      // Its days are over long ago; once it has ended they are counted all at once.
      return;
    }
    Days days = new Days(workspace.zone());
    Instant now = clock.instant();
    Optional<LocalDate> last =
        visits.endOf(run).map(end -> days.of(end).plusDays(longestWindow(run)));
    LocalDate countable = days.lastCountable(now);
    LocalDate to = last.filter(countable::isAfter).orElse(countable);
    Set<LocalDate> there = rows.days(run);
    for (LocalDate day = first(days.of(run.instant()), to);
        !day.isAfter(to);
        day = day.plusDays(1)) {
      if (!there.contains(day)) {
        Instant asOf = days.start(day.plusDays(1));
        rows.keep(run, day, asOf, now, write(analyses.of(workspace, run, asOf)));
      }
    }
    if (last.isPresent() && !last.get().isAfter(countable)) {
      rows.end(run);
    }
  }

  private static LocalDate first(LocalDate start, LocalDate last) {
    LocalDate early = last.minusDays(MOST_DAYS - 1L);
    return start.isBefore(early) ? early : start;
  }

  private int longestWindow(Run run) {
    BoundCanvas canvas = versions.get(run.workspace(), run.campaign(), run.version());
    int longest = windows.of(run.workspace(), run.campaign());
    for (String node : canvas.order()) {
      if (canvas.node(node).type() instanceof ObserverNode<?>) {
        longest = Math.max(longest, Watching.observation(canvas.node(node)).days());
      }
    }
    return longest;
  }

  private String write(RunAnalysis figures) {
    try {
      return json.writeValueAsString(figures);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
