package io.sluice.engine.event;

import static io.sluice.engine.event.EventTables.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}")
class EventController {
  private static final int LONGEST = 1_000;

  private final DSLContext db;
  private final EventRows events;
  private final MemberPages members;

  EventController(DSLContext db, EventRows events, MemberPages members) {
    this.db = db;
    this.events = events;
    this.members = members;
  }

  @Operation(summary = "The types of events there are, with the number of events and members")
  @GetMapping("/events/summary")
  List<TypeSummary> summary(@PathVariable Workspace workspace) {
    return db.select(TYPE, countDistinct(MEMBER), count(), min(AT), max(AT))
        .from(EVENT)
        .where(WORKSPACE.eq(workspace.id().value()))
        .groupBy(TYPE)
        .orderBy(TYPE)
        .fetch(
            row ->
                new TypeSummary(
                    row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  @Operation(summary = "What a member did, the newest first, in pages")
  @GetMapping("/members/{member}/events")
  Page ofMember(
      @PathVariable Workspace workspace,
      @PathVariable String member,
      @RequestParam(required = false) String before,
      @RequestParam(defaultValue = "100") int limit) {
    int id = members.requireId(workspace.id(), InputText.key("member", member));
    if (limit < 1 || limit > LONGEST) {
      throw Problem.badField("bad-page", "limit", "'limit' must be 1 to 1000.");
    }
    if (before != null && !isOf(workspace, id, InputText.key("before", before))) {
      throw Problem.badField(
          "bad-page", "before", "'before' must be the 'next' of the page before; or leave it out.");
    }
    List<MemberEvent> found = events.ofMember(workspace.id(), id, before, limit + 1);
    boolean more = found.size() > limit;
    List<Event> shown = found.stream().limit(limit).map(Event::of).toList();
    return new Page(shown, more ? shown.get(limit - 1).event() : null);
  }

  private boolean isOf(Workspace workspace, int member, String event) {
    MemberEvent known = events.byKey(workspace.id(), List.of(event)).get(event);
    return known != null && known.member() == member;
  }

  /**
   * All events of a type.
   *
   * @param members those who did it
   * @param first when it was done first
   * @param last when it was done last
   */
  record TypeSummary(String type, int members, int events, Instant first, Instant last) {}

  /**
   * Some events of a member.
   *
   * @param next what to pass as {@code before} for those before; null on the last page
   */
  record Page(List<Event> events, String next) {}

  /** An event as the world sees it. */
  record Event(
      String event,
      String type,
      Instant at,
      String product,
      String category,
      Map<String, Object> properties) {
    static Event of(MemberEvent event) {
      Map<String, Object> properties = new LinkedHashMap<>();
      event
          .properties()
          .forEach(
              (name, value) -> {
                Object number = MemberEvent.number(value);
                properties.put(name, number == null ? value : number);
              });
      return new Event(
          event.key(),
          event.type(),
          event.at(),
          event.product(),
          event.category(),
          properties.isEmpty() ? null : properties);
    }
  }
}
