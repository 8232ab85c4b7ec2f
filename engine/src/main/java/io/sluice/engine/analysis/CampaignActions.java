package io.sluice.engine.analysis;

import io.sluice.node.Audience;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The actions of all runs of a campaign: an action that several runs came to is one. */
final class CampaignActions {
  private final List<Action> actions;

  private CampaignActions(List<Action> actions) {
    this.actions = actions;
  }

  /** An action as one observer sees it, or nobody in particular. */
  private record Key(String node, String analysis) {}

  private record Seen(RunCount run, Watched watched) {}

  /**
   * @param seen the action in its runs, the last first
   * @param tally the orders of all of them, each once
   */
  private record Action(List<Seen> seen, Tally tally) {}

  /** The actions of runs, the last run first; nothing is counted yet. */
  static CampaignActions of(List<RunCount> runs) {
    Map<Key, List<Seen>> byKey = new LinkedHashMap<>();
    for (RunCount run : runs) {
      for (Watched one : run.watched()) {
        byKey
            .computeIfAbsent(new Key(one.node(), one.analysis()), key -> new ArrayList<>())
            .add(new Seen(run, one));
      }
    }
    return new CampaignActions(byKey.values().stream().map(CampaignActions::action).toList());
  }

  private static Action action(List<Seen> seen) {
    return new Action(
        seen,
        new Tally(
            seen.get(0).watched().tally().scope(),
            seen.stream().flatMap(one -> one.watched().parts().stream()).toList()));
  }

  List<Tally> tallies() {
    return actions.stream().map(Action::tally).toList();
  }

  /** The figures, once everything is counted. */
  List<ActionFigures> figures() {
    return actions.stream().map(CampaignActions::figures).toList();
  }

  private static ActionFigures figures(Action action) {
    List<ActionFigures> each =
        action.seen().stream().map(one -> one.run().action(one.watched())).toList();
    ActionFigures last = each.get(0);
    if (each.size() == 1) {
      return last;
    }
    Audience converted =
        Audience.unionOf(
            action.seen().stream().map(one -> one.run().converted(one.watched())).toList());
    List<Response> responses = each.stream().map(ActionFigures::response).toList();
    Sales sales = action.tally().sales();
    Reach reach = each.stream().map(ActionFigures::reach).reduce(Reach::and).orElseThrow();
    return new ActionFigures(
        last.node(),
        last.name(),
        last.type(),
        last.analysis(),
        last.days(),
        last.until(),
        reach,
        Response.of(
            reach.sent(),
            responses.stream().mapToInt(Response::reached).sum(),
            responses.stream().mapToInt(Response::clicks).sum(),
            converted.size(),
            responses.stream().map(Response::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
            sales.amount()),
        sales,
        action.tally().intent(),
        null);
  }
}
