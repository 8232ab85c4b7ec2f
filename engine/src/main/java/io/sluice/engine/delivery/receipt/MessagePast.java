package io.sluice.engine.delivery.receipt;

import static io.sluice.engine.delivery.receipt.MessageTables.*;
import static org.jooq.impl.DSL.select;

import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.segment.leaf.AudienceFetch;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Tells what became of the messages that people got at a node of a run. */
@Component
public class MessagePast {
  /** What nobody could do who did not get the message. */
  private static final Receipt.Kind[] REACHED = {
    Receipt.Kind.DELIVERED,
    Receipt.Kind.OPENED,
    Receipt.Kind.CLICKED,
    Receipt.Kind.REPLIED,
    Receipt.Kind.UNSUBSCRIBED
  };

  private final AudienceFetch fetch;
  private final Workspaces workspaces;

  MessagePast(AudienceFetch fetch, Workspaces workspaces) {
    this.fetch = fetch;
    this.workspaces = workspaces;
  }

  /**
   * The messages of a node to the people of one entry.
   *
   * @param entry the cohort in which the people entered the run
   */
  public record Sent(WorkspaceId workspace, long run, String node, long entry) {}

  /**
   * To whose message something happened.
   *
   * @param until what people did and receipts told counts up to this instant
   */
  public Audience happened(Sent sent, Happening happening, Instant until) {
    return switch (happening) {
      case ACCEPTED, SUPPRESSED, UNKNOWN -> outcome(sent, happening.key());
      case DELIVERED -> reached(sent, until).minus(told(sent, until, Receipt.Kind.BOUNCED));
      case FAILED ->
          outcome(sent, Progress.FAILED)
              .union(told(sent, until, Receipt.Kind.FAILED).minus(reached(sent, until)));
      case CLICKED -> told(sent, until, Receipt.Kind.CLICKED);
      case REPLIED -> told(sent, until, Receipt.Kind.REPLIED);
      case UNSUBSCRIBED -> told(sent, until, Receipt.Kind.UNSUBSCRIBED);
      case OPENED -> told(sent, until, Receipt.Kind.OPENED);
      case BOUNCED -> told(sent, until, Receipt.Kind.BOUNCED);
    };
  }

  /**
   * Whose message a gateway took, of which nobody told by then what became of it.
   *
   * @param gateways the keys of the gateways that matter
   */
  public Audience pending(Sent sent, Collection<String> gateways, Instant by) {
    return outcome(sent, Progress.ACCEPTED, GATEWAY.in(gateways))
        .minus(reached(sent, by))
        .minus(told(sent, by, Receipt.Kind.FAILED, Receipt.Kind.BOUNCED));
  }

  private Audience reached(Sent sent, Instant until) {
    return told(sent, until, REACHED);
  }

  private Audience outcome(Sent sent, String outcome) {
    return outcome(sent, outcome, DSL.noCondition());
  }

  private Audience outcome(Sent sent, String outcome, Condition which) {
    return fetch(
        sent,
        select(MEMBER)
            .from(MESSAGE)
            .where(
                WORKSPACE.eq(sent.workspace().value()),
                RUN.eq(sent.run()),
                NODE.eq(sent.node()),
                ENTRY.eq(sent.entry()),
                OUTCOME.eq(outcome),
                which));
  }

  private Audience told(Sent sent, Instant until, Receipt.Kind... kinds) {
    Condition ofKinds = EVENT_KIND.in(Arrays.stream(kinds).map(Receipt.Kind::key).toList());
    return fetch(
        sent,
        select(EVENT_MEMBER)
            .from(EVENT)
            .where(
                EVENT_WORKSPACE.eq(sent.workspace().value()),
                EVENT_RUN.eq(sent.run()),
                EVENT_NODE.eq(sent.node()),
                EVENT_ENTRY.eq(sent.entry()),
                EVENT_AT.le(until),
                ofKinds));
  }

  private Audience fetch(Sent sent, Select<Record1<Integer>> members) {
    int all = workspaces.size(sent.workspace()).members();
    return fetch.fetch(members, all, all);
  }
}
