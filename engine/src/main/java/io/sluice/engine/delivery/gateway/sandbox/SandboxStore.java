package io.sluice.engine.delivery.gateway.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import io.sluice.engine.storage.BulkInsert;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes messages into the inbox of a workspace, thousands at once. */
@Repository
class SandboxStore {
  /** From how many messages on content is kept once for all of them. */
  private static final int WORTH_SHARING = 10;

  private static final List<Field<?>> COLUMNS =
      List.of(
          SandboxTables.WORKSPACE,
          SandboxTables.LOT_ID,
          SandboxTables.MEMBER,
          SandboxTables.ADDRESS,
          SandboxTables.UNITS,
          SandboxTables.CONTENT);

  private final DSLContext db;
  private final BulkInsert bulk;
  private final SandboxEffects effects;
  private final ObjectMapper json;
  private final Clock clock;

  SandboxStore(
      DSLContext db, BulkInsert bulk, SandboxEffects effects, ObjectMapper json, Clock clock) {
    this.db = db;
    this.bulk = bulk;
    this.effects = effects;
    this.json = json;
    this.clock = clock;
  }

  /** Keeps messages, in a transaction of its own. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void keep(GatewayConfig gateway, List<OutboundMessage> messages) {
    write(gateway, messages, clock.instant());
  }

  /** Keeps those messages that were not kept within the window before, as {@link #keep}. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void keepNew(GatewayConfig gateway, Duration window, List<OutboundMessage> messages) {
    Instant now = clock.instant();
    write(gateway, effects.takeNew(gateway, messages, now, window), now);
  }

  private void write(GatewayConfig gateway, List<OutboundMessage> messages, Instant now) {
    Map<Map<String, String>, Integer> counts = counts(messages);
    Map<Lot, Long> lots = new HashMap<>();
    List<Object[]> rows = new ArrayList<>(messages.size());
    OutboundMessage before = null;
    Long lot = null;
    boolean shared = false;
    for (OutboundMessage message : messages) {
      if (before == null || !belongTogether(before, message)) {
        shared = counts.get(message.content()) >= WORTH_SHARING;
        lot =
            lots.computeIfAbsent(
                Lot.of(message.effect(), shared ? message.content() : null),
                one -> insert(gateway, one, now));
      }
      before = message;
      rows.add(
          new Object[] {
            gateway.workspace().value(),
            lot,
            message.effect().member(),
            message.address(),
            message.units(),
            shared ? null : text(message.content())
          });
    }
    bulk.insert(SandboxTables.MESSAGE, COLUMNS, rows);
  }

  private static Map<Map<String, String>, Integer> counts(List<OutboundMessage> messages) {
    Map<Map<String, String>, Integer> counts = new HashMap<>();
    Map<String, String> content = null;
    int same = 0;
    for (OutboundMessage message : messages) {
      // Messages that are the same for everybody mostly share one object.
      if (message.content() != content) {
        if (content != null) {
          counts.merge(content, same, Integer::sum);
        }
        content = message.content();
        same = 0;
      }
      same++;
    }
    if (content != null) {
      counts.merge(content, same, Integer::sum);
    }
    return counts;
  }

  private static boolean belongTogether(OutboundMessage one, OutboundMessage other) {
    return one.content() == other.content()
        && one.effect().run() == other.effect().run()
        && one.effect().entry() == other.effect().entry()
        && one.effect().node().equals(other.effect().node());
  }

  /** What messages have in common; the content may be each one's own. */
  private record Lot(long run, String node, long entry, Map<String, String> content) {
    static Lot of(EffectKey effect, Map<String, String> content) {
      return new Lot(effect.run(), effect.node(), effect.entry(), content);
    }
  }

  private Long insert(GatewayConfig gateway, Lot lot, Instant now) {
    return db.insertInto(SandboxTables.LOT)
        .set(SandboxTables.LOT_WORKSPACE, gateway.workspace().value())
        .set(SandboxTables.GATEWAY, gateway.key())
        .set(SandboxTables.CHANNEL, gateway.channel())
        .set(SandboxTables.RUN, lot.run())
        .set(SandboxTables.NODE, lot.node())
        .set(SandboxTables.ENTRY, lot.entry())
        .set(SandboxTables.SHARED_CONTENT, lot.content() == null ? null : text(lot.content()))
        .set(SandboxTables.AT, now)
        .returningResult(SandboxTables.ID_OF_LOT)
        .fetchSingle()
        .value1();
  }

  private String text(Map<String, String> content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of texts is always JSON", e);
    }
  }
}
