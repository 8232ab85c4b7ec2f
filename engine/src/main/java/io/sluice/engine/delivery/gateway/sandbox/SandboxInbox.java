package io.sluice.engine.delivery.gateway.sandbox;

import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.ADDRESS;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.AT;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.CHANNEL;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.CONTENT;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.ENTRY;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.GATEWAY;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.ID;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.ID_OF_LOT;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.LOT;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.LOT_ID;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.LOT_WORKSPACE;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.MEMBER;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.MESSAGE;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.NODE;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.RUN;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.SHARED_CONTENT;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.UNITS;
import static io.sluice.engine.delivery.gateway.sandbox.SandboxTables.WORKSPACE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.member.MemberErased;
import io.sluice.engine.member.MemberTables;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Shows and clears the messages that sandboxes keep. */
@Repository
class SandboxInbox {
  private static final Pattern LINK = Pattern.compile("https?://[\\x21-\\x7e&&[^\"'<>]]+");
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final DSLContext db;
  private final ObjectMapper json;

  SandboxInbox(DSLContext db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Those that meet the conditions, the newest first, below a number. */
  List<SandboxMessage> page(
      WorkspaceId workspace, List<Condition> conditions, long before, int limit) {
    return select(workspace)
        .and(ID.lt(before))
        .and(DSL.and(conditions))
        .orderBy(ID.desc())
        .limit(limit)
        .fetch(this::message);
  }

  Optional<SandboxMessage> find(WorkspaceId workspace, long id) {
    return select(workspace).and(ID.eq(id)).fetchOptional(this::message);
  }

  /** Empties the inbox of a workspace and forgets what came before. */
  @Transactional
  public int clear(WorkspaceId workspace) {
    db.deleteFrom(SandboxTables.EFFECT)
        .where(SandboxTables.EFFECT_WORKSPACE.eq(workspace.value()))
        .execute();
    int cleared = db.deleteFrom(MESSAGE).where(WORKSPACE.eq(workspace.value())).execute();
    db.deleteFrom(LOT)
        .where(LOT_WORKSPACE.eq(workspace.value()))
        .andNotExists(
            db.selectOne()
                .from(MESSAGE)
                .where(WORKSPACE.eq(workspace.value()), LOT_ID.eq(ID_OF_LOT)))
        .execute();
    return cleared;
  }

  /** A lot that several people share holds nothing of the person. */
  @EventListener
  void forget(MemberErased erased) {
    db.deleteFrom(MESSAGE)
        .where(WORKSPACE.eq(erased.workspace().value()), MEMBER.eq(erased.member()))
        .execute();
  }

  private SelectConditionStep<? extends Record> select(WorkspaceId workspace) {
    return db.select(ID, AT, GATEWAY, CHANNEL, RUN, NODE, MEMBER, ENTRY, ADDRESS, UNITS, WORKSPACE)
        .select(CONTENT, SHARED_CONTENT, MemberTables.KEY)
        .from(MESSAGE)
        .join(LOT)
        .on(LOT_WORKSPACE.eq(WORKSPACE), ID_OF_LOT.eq(LOT_ID))
        .leftJoin(MemberTables.MEMBER)
        .on(MemberTables.WORKSPACE.eq(WORKSPACE), MemberTables.ID.eq(MEMBER))
        .where(WORKSPACE.eq(workspace.value()));
  }

  private SandboxMessage message(Record row) {
    EffectKey effect =
        new EffectKey(
            new WorkspaceId(row.get(WORKSPACE)),
            row.get(RUN),
            row.get(NODE),
            row.get(MEMBER),
            row.get(ENTRY));
    boolean test = effect.run() == 0;
    String content = row.get(CONTENT) == null ? row.get(SHARED_CONTENT) : row.get(CONTENT);
    Map<String, String> parts = parts(content);
    return new SandboxMessage(
        row.get(ID),
        row.get(AT),
        row.get(GATEWAY),
        row.get(CHANNEL),
        test,
        effect.run(),
        effect.node(),
        test ? null : row.get(MemberTables.KEY),
        row.get(ADDRESS),
        row.get(UNITS),
        parts,
        links(parts),
        effect);
  }

  private Map<String, String> parts(String content) {
    try {
      return json.readValue(content, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The sandbox holds what is no content", e);
    }
  }

  private static List<String> links(Map<String, String> parts) {
    return parts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(part -> LINK.matcher(part.getValue()).results().map(MatchResult::group))
        .distinct()
        .toList();
  }
}
