package io.sluice.engine.delivery.gateway;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Sends messages that try a gateway: outside of the ledger and as often as somebody likes. */
@Component
public class TestSends {
  /** The run of tests, which no real run has. */
  public static final long RUN = 0;

  private static final String NODE = "test";
  private static final int NOBODY = -1;
  private static final int REMEMBERED = 3;
  private static final Table<Record> TEST_ADDRESS = table(name("gateway_test_address"));
  private static final Field<Integer> WORKSPACE =
      field(name("gateway_test_address", "workspace_id"), Integer.class);
  private static final Field<String> GATEWAY =
      field(name("gateway_test_address", "gateway_key"), String.class);
  private static final Field<String> ADDRESS =
      field(name("gateway_test_address", "address"), String.class);
  private static final Field<Instant> AT =
      field(name("gateway_test_address", "at"), SQLDataType.INSTANT(6));

  private final DSLContext db;
  private final Gateways gateways;
  private final Clock clock;
  private final AtomicLong last = new AtomicLong();

  TestSends(DSLContext db, Gateways gateways, Clock clock) {
    this.db = db;
    this.gateways = gateways;
    this.clock = clock;
  }

  /**
   * Sends a finished message to any address, at once, and remembers the address.
   *
   * @param content its finished parts by name, as in {@link OutboundMessage}
   */
  public Handover send(
      WorkspaceId workspace,
      String gateway,
      String address,
      Map<String, String> content,
      int units) {
    EffectKey effect = new EffectKey(workspace, RUN, NODE, NOBODY, number());
    OutboundMessage message = new OutboundMessage(effect, address, content, units);
    Handover result = gateways.open(workspace, gateway).send(List.of(message)).get(0);
    remember(workspace, gateway, address);
    return result;
  }

  /** The last three addresses that tests of a gateway went to, the last one first. */
  public List<String> addresses(WorkspaceId workspace, String gateway) {
    return db.select(ADDRESS)
        .from(TEST_ADDRESS)
        .where(WORKSPACE.eq(workspace.value()), GATEWAY.eq(gateway))
        .orderBy(AT.desc(), ADDRESS)
        .limit(REMEMBERED)
        .fetch(ADDRESS);
  }

  private void remember(WorkspaceId workspace, String gateway, String address) {
    db.deleteFrom(TEST_ADDRESS)
        .where(WORKSPACE.eq(workspace.value()), GATEWAY.eq(gateway), ADDRESS.eq(address))
        .execute();
    db.insertInto(TEST_ADDRESS, WORKSPACE, GATEWAY, ADDRESS, AT)
        .values(workspace.value(), gateway, address, clock.instant())
        .onConflict(WORKSPACE, GATEWAY, ADDRESS)
        .doNothing()
        .execute();
    db.deleteFrom(TEST_ADDRESS)
        .where(
            WORKSPACE.eq(workspace.value()),
            GATEWAY.eq(gateway),
            ADDRESS.notIn(addresses(workspace, gateway)))
        .execute();
  }

  /** Every test is a message of its own, on every server. */
  private long number() {
    long micros = System.currentTimeMillis() * 1_000;
    return last.updateAndGet(before -> Math.max(before + 1, micros));
  }
}
