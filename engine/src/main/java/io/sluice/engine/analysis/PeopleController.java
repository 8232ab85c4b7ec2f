package io.sluice.engine.analysis;

import io.sluice.engine.run.Run;
import io.sluice.engine.run.Runs;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Lists the people behind the figures of an action. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/runs/{run}/analysis/{node}")
class PeopleController {
  private static final int LONGEST = 1_000;

  private final Analyses analyses;
  private final PeopleList list;
  private final Breakdowns breakdowns;
  private final Runs runs;
  private final Clock clock;

  PeopleController(
      Analyses analyses, PeopleList list, Breakdowns breakdowns, Runs runs, Clock clock) {
    this.analyses = analyses;
    this.list = list;
    this.breakdowns = breakdowns;
    this.runs = runs;
    this.clock = clock;
  }

  @Operation(
      summary = "The people behind the figures of an action, in pages",
      description =
          "The node is an action or an observer on it. 'who' is targeted, sent, skipped, failed,"
              + " held-back, unknown, reached, clicked, converted, buyers, placed-unpaid or control."
              + " Keys and phone numbers are masked.")
  @GetMapping("/people")
  PeoplePage people(
      @PathVariable Workspace workspace,
      @PathVariable long run,
      @PathVariable String node,
      @RequestParam(defaultValue = "targeted") String who,
      @RequestParam(defaultValue = "-1") int after,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > LONGEST || after < -1) {
      throw Problem.badField(
          "bad-page",
          "limit",
          "'limit' must be 1 to 1000, and 'after' the 'next' of the page before, or -1.");
    }
    PeopleKind kind = PeopleKind.require(who);
    Analyses.Seen seen = seen(workspace, run, node);
    return list.page(workspace.id(), seen, kind.of(seen), after, limit);
  }

  @Operation(
      summary = "The same people as a CSV file",
      description = "A text that begins like a formula of a spreadsheet has a ' before it.")
  @GetMapping(path = "/people.csv", produces = "text/csv;charset=UTF-8")
  StreamingResponseBody csv(
      @PathVariable Workspace workspace,
      @PathVariable long run,
      @PathVariable String node,
      @RequestParam(defaultValue = "targeted") String who) {
    PeopleKind kind = PeopleKind.require(who);
    Analyses.Seen seen = seen(workspace, run, node);
    return out -> write(workspace, seen, kind.of(seen), out);
  }

  @Operation(
      summary = "The figures of an action in groups of its people",
      description =
          "'by' is level, tag, attribute:<key> of an attribute with choices or of a truth value, or"
              + " port:<node>, how people left a node: for a split by variant. The largest groups"
              + " first, 100 at most; last those in none, whose value is null.")
  @GetMapping("/breakdown")
  Breakdown breakdown(
      @PathVariable Workspace workspace,
      @PathVariable long run,
      @PathVariable String node,
      @RequestParam String by) {
    return breakdowns
        .of(workspace, runs.require(workspace, run), node, by, now())
        .orElseThrow(() -> unknown(run, node));
  }

  private void write(Workspace workspace, Analyses.Seen seen, Audience people, OutputStream out)
      throws IOException {
    out.write(PeopleCsv.HEADER.getBytes(StandardCharsets.UTF_8));
    for (Integer after = -1; after != null; ) {
      PeoplePage page = list.page(workspace.id(), seen, people, after, LONGEST);
      for (PeoplePage.Person person : page.people()) {
        out.write(PeopleCsv.row(person).getBytes(StandardCharsets.UTF_8));
      }
      after = page.next();
    }
  }

  private Analyses.Seen seen(Workspace workspace, long run, String node) {
    Run found = runs.require(workspace, run);
    return analyses.of(workspace, found, node, now()).orElseThrow(() -> unknown(run, node));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Problem unknown(long run, String node) {
    return Problem.unknown(
        "unknown-node", "There is no action or analysis '%s' in run %d.".formatted(node, run));
  }
}
