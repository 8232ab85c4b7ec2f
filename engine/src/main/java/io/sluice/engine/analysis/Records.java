package io.sluice.engine.analysis;

import static io.sluice.engine.delivery.sending.DeliveryTables.*;
import static org.jooq.impl.DSL.sum;

import io.sluice.engine.delivery.receipt.MessagePast;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.Visit;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/**
 * What became of the people of an action: where they left it, and for messages what the ledger says
 * by now, which is later truth.
 */
@Repository
class Records {
  private final DSLContext db;
  private final MessagePast messages;

  Records(DSLContext db, MessagePast messages) {
    this.db = db;
    this.messages = messages;
  }

  /** What became of the people of a visit to an action that sends nothing. */
  Outcomes of(Visit visit) {
    Audience skipped = visit.at(ActionNode.DONE, "skipped");
    Audience sent = visit.at(ActionNode.DONE).minus(skipped);
    return new Outcomes(
        visit.arrived(),
        sent,
        skipped,
        visit.at(ActionNode.FAILED),
        held(visit),
        visit.at(ActionNode.UNKNOWN),
        sent,
        Audience.empty(),
        reasons(visit));
  }

  /**
   * What became of the people of a visit to a message node.
   *
   * @param until clicks count up to this instant
   */
  Outcomes of(Run run, Visit visit, Instant until) {
    MessagePast.Sent sent =
        new MessagePast.Sent(run.workspace(), run.id(), visit.node(), visit.cohort());
    Outcomes ports = of(visit);
    Audience accepted = messages.happened(sent, Happening.ACCEPTED, until);
    Audience unknown = messages.happened(sent, Happening.UNKNOWN, until);
    Audience known = accepted.union(unknown).union(ports.heldBack()).union(ports.skipped());
    Audience lost =
        messages
            .happened(sent, Happening.FAILED, until)
            .union(messages.happened(sent, Happening.BOUNCED, until));
    return new Outcomes(
        visit.arrived(),
        accepted,
        ports.skipped(),
        messages.happened(sent, Happening.FAILED, until).union(ports.failed()).minus(known),
        ports.heldBack(),
        unknown,
        accepted.minus(lost),
        messages.happened(sent, Happening.CLICKED, until),
        ports.heldBackBy());
  }

  /** Of people who are still there the parts are known before the whole. */
  private static Audience held(Visit visit) {
    return Audience.unionOf(List.copyOf(reasons(visit).values()))
        .union(visit.at(ActionNode.SUPPRESSED));
  }

  private static Map<String, Audience> reasons(Visit visit) {
    return new TreeMap<>(visit.reasons().getOrDefault(ActionNode.SUPPRESSED, Map.of()));
  }

  /** What the messages of each node of a run cost, those of which nobody knows among them. */
  Map<String, BigDecimal> costs(Run run) {
    return db.select(MESSAGE_NODE, sum(COST))
        .from(MESSAGE)
        .where(
            MESSAGE_WORKSPACE.eq(run.workspace().value()),
            MESSAGE_RUN.eq(run.id()),
            OUTCOME.in("accepted", "unknown"))
        .groupBy(MESSAGE_NODE)
        .fetchMap(MESSAGE_NODE, sum(COST));
  }
}
