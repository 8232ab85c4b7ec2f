package io.sluice.engine.delivery.gateway.sandbox;

import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.EFFECT;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.EFFECT_AT;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.EFFECT_GATEWAY;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.EFFECT_KEY;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.EFFECT_WORKSPACE;

import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import io.sluice.engine.storage.BulkInsert;
import io.sluice.engine.storage.ValueTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Knows which messages a sandbox has taken, where it recognises repeats. */
@Repository
class SandboxEffects {
  private static final List<Field<?>> COLUMNS =
      List.of(EFFECT_WORKSPACE, EFFECT_GATEWAY, EFFECT_KEY, EFFECT_AT);

  private final DSLContext db;
  private final BulkInsert bulk;

  SandboxEffects(DSLContext db, BulkInsert bulk) {
    this.db = db;
    this.bulk = bulk;
  }

  /**
   * Notes the messages, and returns those that were not taken within the window before. Nobody else
   * may do so for the same gateway before the caller's transaction ends.
   */
  List<OutboundMessage> takeNew(
      GatewayConfig gateway, List<OutboundMessage> messages, Instant now, Duration window) {
    Map<String, Instant> known = known(gateway, messages);
    List<OutboundMessage> fresh = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    List<String> expired = new ArrayList<>();
    for (OutboundMessage message : messages) {
      String key = message.effect().text();
      Instant before = known.put(key, now);
      if (before == null || before.isBefore(now.minus(window))) {
        fresh.add(message);
        rows.add(new Object[] {gateway.workspace().value(), gateway.key(), key, now});
        if (before != null) {
          expired.add(key);
        }
      }
    }
    forget(gateway, expired);
    bulk.insert(EFFECT, COLUMNS, rows);
    return fresh;
  }

  private Map<String, Instant> known(GatewayConfig gateway, List<OutboundMessage> messages) {
    ValueTable<String> wanted =
        ValueTable.ofTexts(messages.stream().map(message -> message.effect().text()).toList());
    return new HashMap<>(
        db.select(EFFECT_KEY, EFFECT_AT)
            .from(EFFECT)
            .join(wanted.table())
            .on(wanted.value().eq(EFFECT_KEY))
            .where(
                EFFECT_WORKSPACE.eq(gateway.workspace().value()), EFFECT_GATEWAY.eq(gateway.key()))
            .fetchMap(EFFECT_KEY, EFFECT_AT));
  }

  private void forget(GatewayConfig gateway, List<String> keys) {
    if (!keys.isEmpty()) {
      db.deleteFrom(EFFECT)
          .where(
              EFFECT_WORKSPACE.eq(gateway.workspace().value()),
              EFFECT_GATEWAY.eq(gateway.key()),
              EFFECT_KEY.in(keys))
          .execute();
    }
  }
}
