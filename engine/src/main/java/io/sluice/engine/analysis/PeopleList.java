package io.sluice.engine.analysis;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lists the people behind the figures of an action, with what each of them bought. */
@Component
class PeopleList {
  private final PeopleRows rows;
  private final CountedOrders orders;

  PeopleList(PeopleRows rows, CountedOrders orders) {
    this.rows = rows;
    this.orders = orders;
  }

  /** The people after a member id, in the order of ids. */
  PeoplePage page(
      WorkspaceId workspace, Analyses.Seen seen, Audience people, int after, int limit) {
    int[] page = people.page(after, limit);
    List<Integer> ids = Arrays.stream(page).boxed().toList();
    Map<Integer, PeopleRows.Named> names = rows.of(workspace, ids);
    Tally tally = seen.watched().tally();
    // Of people left alone too, whose orders the tally does not count.
    List<Part> parts =
        tally.parts().stream()
            .map(part -> new Part(part.from(), part.to(), people, people))
            .toList();
    Map<Integer, Sales> sales = orders.of(workspace, tally.scope(), parts, ids);
    List<PeoplePage.Person> entries =
        names.values().stream()
            .map(
                named ->
                    new PeoplePage.Person(
                        named.member(),
                        named.name(),
                        named.phone(),
                        sales.get(named.id()).orders(),
                        sales.get(named.id()).items(),
                        sales.get(named.id()).amount()))
            .toList();
    boolean more = page.length == limit && people.page(page[page.length - 1], 1).length > 0;
    return new PeoplePage(people.size(), entries, more ? page[page.length - 1] : null);
  }
}
