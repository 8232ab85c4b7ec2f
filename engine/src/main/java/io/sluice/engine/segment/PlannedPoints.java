package io.sluice.engine.segment;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.PointsWrite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The points that people would have if nodes had written each at its time, among what others wrote
 * before and after: person by person, as the ledger does it.
 */
public final class PlannedPoints {
  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");
  private static final int AT_ONCE = 20_000;

  private final RewardFacts facts;
  private final WorkspaceId workspace;
  private final String account;
  private final List<PlannedWrite> writes;
  private final Instant now;

  /**
   * Points of one account.
   *
   * @param writes those to the account, in the order in which they would be done
   * @param now before which others may have taken since what nodes take
   */
  public PlannedPoints(
      RewardFacts facts,
      WorkspaceId workspace,
      String account,
      List<PlannedWrite> writes,
      Instant now) {
    this.facts = facts;
    this.workspace = workspace;
    this.account = account;
    this.writes = List.copyOf(writes);
    this.now = now;
  }

  /** The balances of members at an instant. */
  public Map<Integer, Long> balances(Audience people, Instant until) {
    Map<Integer, Long> all = new HashMap<>();
    List<Integer> members = people.stream().boxed().toList();
    for (int from = 0; from < members.size(); from += AT_ONCE) {
      List<Integer> some = members.subList(from, Math.min(members.size(), from + AT_ONCE));
      Shift shift = shift(some);
      Map<Integer, Long> known = known(some, until);
      some.forEach(
          member ->
              all.put(
                  member,
                  known.getOrDefault(member, 0L) + shift.at(until).getOrDefault(member, 0L)));
    }
    return all;
  }

  private Map<Integer, Long> known(List<Integer> members, Instant until) {
    return facts.balances(workspace, account, members, until);
  }

  /**
   * By how much writes change balances.
   *
   * @param then as of instants of the past
   * @param today from now on: what others took since is not taken twice
   */
  private record Shift(Instant now, Map<Integer, Long> then, Map<Integer, Long> today) {
    Map<Integer, Long> at(Instant instant) {
      return instant.isBefore(now) ? then : today;
    }
  }

  private Shift shift(List<Integer> members) {
    Shift shift = new Shift(now, new HashMap<>(), new HashMap<>());
    for (PlannedWrite planned : writes) {
      PointsWrite write = (PointsWrite) planned.write();
      List<Integer> whose = new ArrayList<>(members);
      whose.removeIf(member -> !write.members().contains(member));
      Map<Integer, Long> before = known(whose, planned.at());
      Map<Integer, Long> today = planned.at().isBefore(now) ? known(whose, FOREVER) : Map.of();
      for (int member : whose) {
        long balance =
            before.getOrDefault(member, 0L) + shift.at(planned.at()).getOrDefault(member, 0L);
        long change = after(balance, write) - balance;
        shift.then().merge(member, change, Long::sum);
        if (change < 0 && planned.at().isBefore(now)) {
          long left = today.getOrDefault(member, 0L) + shift.today().getOrDefault(member, 0L);
          change = -Math.min(-change, Math.max(0, left));
        }
        shift.today().merge(member, change, Long::sum);
      }
    }
    return shift;
  }

  private static long after(long balance, PointsWrite write) {
    return switch (write.change()) {
      case ADD -> balance + write.points();
      case DEDUCT -> balance - write.points();
      case DEDUCT_TO_ZERO -> balance - Math.max(0, Math.min(balance, write.points()));
      case RESET -> 0;
    };
  }
}
