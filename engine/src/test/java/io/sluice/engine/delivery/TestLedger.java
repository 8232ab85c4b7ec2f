package io.sluice.engine.delivery;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Writes messages into the ledger as if they had been sent, and reads what became of them. */
public final class TestLedger {
  private final DSLContext db;

  /** A ledger in a server's database. */
  public TestLedger(DSLContext db) {
    this.db = db;
  }

  /** The number of a workspace. */
  public WorkspaceId workspace(String key) {
    return new WorkspaceId(
        db.select(field(name("id"), Integer.class))
            .from(table(name("workspace")))
            .where(field(name("workspace_key")).eq(key))
            .fetchSingle()
            .value1());
  }

  /** Writes one message to an address. */
  public void write(
      EffectKey key, String channel, String gateway, String outcome, String address, Instant at) {
    db.insertInto(table(name("message")))
        .columns(
            List.of(
                field(name("workspace_id")),
                field(name("run_id")),
                field(name("node_id")),
                field(name("member_id")),
                field(name("entry")),
                field(name("cohort_id")),
                field(name("channel")),
                field(name("gateway")),
                field(name("outcome")),
                field(name("address")),
                field(name("units")),
                field(name("cost")),
                field(name("at"))))
        .values(
            key.workspace().value(),
            key.run(),
            key.node(),
            key.member(),
            key.entry(),
            key.entry(),
            channel,
            gateway,
            outcome,
            address,
            1,
            BigDecimal.ZERO,
            at.atOffset(java.time.ZoneOffset.UTC))
        .execute();
  }

  /** Writes an SMS that went out by the gateway "http". */
  public void write(EffectKey key, String outcome) {
    write(key, "sms", "http", outcome, null, Instant.parse("2026-01-01T00:00:00Z"));
  }

  /** Writes the gateway's own name of a message. */
  public void refer(EffectKey key, String gateway, String reference) {
    db.insertInto(table(name("message_reference")))
        .values(
            key.workspace().value(),
            gateway,
            reference,
            key.run(),
            key.node(),
            key.member(),
            key.entry())
        .execute();
  }

  /** What the ledger says of a message. */
  public String outcome(EffectKey key) {
    return db.select(field(name("outcome"), String.class))
        .from(table(name("message")))
        .where(is(key))
        .fetchSingle()
        .value1();
  }

  /** What happened to a message, in alphabetical order. */
  public List<String> events(EffectKey key) {
    return db.select(field(name("kind"), String.class))
        .from(table(name("message_event")))
        .where(is(key))
        .orderBy(field(name("kind")))
        .fetch(row -> row.value1());
  }

  private static Condition is(EffectKey key) {
    return field(name("workspace_id"), Integer.class)
        .eq(key.workspace().value())
        .and(field(name("run_id"), Long.class).eq(key.run()))
        .and(field(name("node_id"), String.class).eq(key.node()))
        .and(field(name("member_id"), Integer.class).eq(key.member()))
        .and(field(name("entry"), Long.class).eq(key.entry()));
  }
}
