package io.sluice.engine.delivery.receipt;

import static io.sluice.engine.delivery.receipt.MessageTables.*;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectDistinct;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.InputText;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was sent to single members, what was held back, and what became of it. */
@RestController
class MemberMessageController {
  private static final int MOST = 200;

  private final DSLContext db;
  private final MemberPages members;

  MemberMessageController(DSLContext db, MemberPages members) {
    this.db = db;
    this.members = members;
  }

  @Operation(
      summary = "The messages of a member, the last first, at most 200",
      description = "Those that were held back, too, each with the reason; test messages are not.")
  @GetMapping("/api/workspaces/{workspace}/members/{member}/messages")
  List<Message> ofMember(@PathVariable Workspace workspace, @PathVariable String member) {
    int id = members.requireId(workspace.id(), InputText.key("member", member));
    Map<Effect, List<News>> news = news(workspace, id);
    return db.select(RUN, NODE, ENTRY, CHANNEL, GATEWAY, OUTCOME, REASON, UNITS, COST, AT)
        .from(nodes(workspace, DELIVERY_RUN, DELIVERY_NODE))
        .join(MESSAGE)
        .on(RUN.eq(ofNodes(DELIVERY_RUN)), NODE.eq(ofNodes(DELIVERY_NODE)))
        .where(WORKSPACE.eq(workspace.id().value()), MEMBER.eq(id))
        .orderBy(AT.desc(), RUN.desc(), NODE)
        .limit(inline(MOST))
        .fetch(row -> message(row, news));
  }

  /** The message nodes of all runs: with them the ledger is read by its key. */
  private static Table<?> nodes(Workspace workspace, Field<?>... fields) {
    return selectDistinct(fields)
        .from(DELIVERY)
        .where(DELIVERY_WORKSPACE.eq(workspace.id().value()))
        .asTable("nodes");
  }

  private static <T> Field<T> ofNodes(Field<T> field) {
    return org.jooq.impl.DSL.field(
        org.jooq.impl.DSL.name("nodes", field.getName()), field.getType());
  }

  private Map<Effect, List<News>> news(Workspace workspace, int member) {
    return db
        .select(EVENT_RUN, EVENT_NODE, EVENT_ENTRY, EVENT_KIND, EVENT_AT, EVENT_DETAIL)
        .from(nodes(workspace, DELIVERY_RUN, DELIVERY_NODE))
        .join(EVENT)
        .on(EVENT_RUN.eq(ofNodes(DELIVERY_RUN)), EVENT_NODE.eq(ofNodes(DELIVERY_NODE)))
        .where(EVENT_WORKSPACE.eq(workspace.id().value()), EVENT_MEMBER.eq(member))
        .orderBy(EVENT_AT)
        .fetch()
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> new Effect(row.value1(), row.value2(), row.value3()),
                Collectors.mapping(
                    row -> new News(row.value4(), row.value5(), row.value6()),
                    Collectors.toList())));
  }

  private static Message message(Record row, Map<Effect, List<News>> news) {
    Effect effect = new Effect(row.get(RUN), row.get(NODE), row.get(ENTRY));
    return new Message(
        effect.run(),
        effect.node(),
        row.get(CHANNEL),
        row.get(GATEWAY),
        row.get(OUTCOME),
        row.get(REASON),
        row.get(UNITS),
        row.get(COST),
        row.get(AT),
        news.getOrDefault(effect, List.of()));
  }

  private record Effect(long run, String node, long entry) {}

  /**
   * A message, or one that was held back.
   *
   * @param outcome accepted, failed, unknown or suppressed
   * @param reason why it failed or was held back
   * @param news what happened to it later, the first first
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Message(
      long run,
      String node,
      String channel,
      String gateway,
      String outcome,
      String reason,
      int units,
      BigDecimal cost,
      Instant at,
      List<News> news) {}

  /** Something that happened to a message, such as delivered, opened, clicked or replied. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record News(String kind, Instant at, String detail) {}
}
