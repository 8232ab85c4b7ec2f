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
  private static final List<Field<?>> COLUMNS =
      List.of(
          SandboxTables.WORKSPACE,
          SandboxTables.GATEWAY,
          SandboxTables.CHANNEL,
          SandboxTables.RUN,
          SandboxTables.NODE,
          SandboxTables.MEMBER,
          SandboxTables.ENTRY,
          SandboxTables.ADDRESS,
          SandboxTables.UNITS,
          SandboxTables.CONTENT,
          SandboxTables.CONTENT_ID,
          SandboxTables.AT);

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
    Map<Map<String, String>, Stored> contents = contents(gateway, messages);
    List<Object[]> rows = new ArrayList<>(messages.size());
    for (OutboundMessage message : messages) {
      rows.add(row(gateway, message, contents.get(message.content()), now));
    }
    bulk.insert(SandboxTables.MESSAGE, COLUMNS, rows);
  }

  /** What several have in common is stored once; what is one person's own stands in the row. */
  private Map<Map<String, String>, Stored> contents(
      GatewayConfig gateway, List<OutboundMessage> messages) {
    Map<Map<String, String>, Integer> counts = new HashMap<>();
    messages.forEach(message -> counts.merge(message.content(), 1, Integer::sum));
    Map<Map<String, String>, Stored> contents = new HashMap<>(counts.size() * 2);
    counts.forEach(
        (content, count) ->
            contents.put(
                content,
                count == 1
                    ? new Stored(text(content), null)
                    : new Stored(null, share(gateway, text(content)))));
    return contents;
  }

  private Long share(GatewayConfig gateway, String content) {
    return db.insertInto(
            SandboxTables.SHARED, SandboxTables.SHARED_WORKSPACE, SandboxTables.SHARED_CONTENT)
        .values(gateway.workspace().value(), content)
        .returningResult(SandboxTables.SHARED_ID)
        .fetchSingle()
        .value1();
  }

  private static Object[] row(
      GatewayConfig gateway, OutboundMessage message, Stored content, Instant now) {
    EffectKey effect = message.effect();
    return new Object[] {
      gateway.workspace().value(),
      gateway.key(),
      gateway.channel(),
      effect.run(),
      effect.node(),
      effect.member(),
      effect.entry(),
      message.address(),
      message.units(),
      content.text(),
      content.shared(),
      now
    };
  }

  private String text(Map<String, String> content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of texts is always JSON", e);
    }
  }

  private record Stored(String text, Long shared) {}
}
