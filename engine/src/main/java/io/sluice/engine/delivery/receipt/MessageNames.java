package io.sluice.engine.delivery.receipt;

import static io.sluice.engine.delivery.receipt.MessageTables.*;
import static org.jooq.impl.DSL.inline;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Finds messages by what others know of them: the gateway's own name, or where they went. */
@Repository
class MessageNames {
  private final DSLContext db;

  MessageNames(DSLContext db) {
    this.db = db;
  }

  /** The messages behind references of a gateway, as far as they are known. */
  Map<String, EffectKey> references(
      WorkspaceId workspace, String gateway, Collection<String> references) {
    if (references.isEmpty()) {
      return Map.of();
    }
    ValueTable<String> wanted = ValueTable.ofTexts(references);
    return db.select(
            REFERENCE_TEXT, REFERENCE_RUN, REFERENCE_NODE, REFERENCE_MEMBER, REFERENCE_ENTRY)
        .from(wanted.table())
        .join(REFERENCE)
        .on(
            REFERENCE_WORKSPACE.eq(workspace.value()),
            REFERENCE_GATEWAY.eq(gateway),
            REFERENCE_TEXT.eq(wanted.value()))
        .fetchMap(
            row -> row.value1(),
            row ->
                new EffectKey(workspace, row.value2(), row.value3(), row.value4(), row.value5()));
  }

  /** The last message that a gateway carried to one of the members at one of the addresses. */
  Optional<EffectKey> lastTo(
      WorkspaceId workspace,
      String gateway,
      Audience members,
      Collection<String> addresses,
      Instant since) {
    if (members.isEmpty()) {
      return Optional.empty();
    }
    return db.select(RUN, NODE, MEMBER, ENTRY)
        .from(DELIVERY)
        .join(MESSAGE)
        .on(
            WORKSPACE.eq(DELIVERY_WORKSPACE),
            RUN.eq(DELIVERY_RUN),
            NODE.eq(DELIVERY_NODE),
            ENTRY.eq(DELIVERY_ENTRY))
        .where(
            DELIVERY_WORKSPACE.eq(workspace.value()),
            DELIVERY_CREATED_AT.ge(since),
            MEMBER.in(members.stream().boxed().toList()),
            GATEWAY.eq(gateway),
            ADDRESS.in(addresses))
        .orderBy(AT.desc())
        .limit(inline(1))
        .fetchOptional(
            row ->
                new EffectKey(workspace, row.value1(), row.value2(), row.value3(), row.value4()));
  }
}
