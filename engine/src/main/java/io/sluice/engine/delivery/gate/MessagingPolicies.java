package io.sluice.engine.delivery.gate;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The messaging policies of workspaces. */
@Repository
class MessagingPolicies {
  private static final Table<Record> POLICY = table(name("messaging_policy"));
  private static final Field<Integer> WORKSPACE =
      field(name("messaging_policy", "workspace_id"), Integer.class);
  private static final Field<String> CONTENT =
      field(name("messaging_policy", "content"), String.class);

  private final DSLContext db;
  private final Workspaces workspaces;
  private final ObjectMapper json;

  MessagingPolicies(DSLContext db, Workspaces workspaces, ObjectMapper json) {
    this.db = db;
    this.workspaces = workspaces;
    this.json = json;
  }

  /** The policy of a workspace; the default one where none was set. */
  MessagingPolicy of(WorkspaceId workspace) {
    Optional<String> content =
        db.select(CONTENT)
            .from(POLICY)
            .where(WORKSPACE.eq(workspace.value()))
            .fetchOptional(CONTENT);
    return content.map(this::read).orElse(MessagingPolicy.DEFAULT);
  }

  @Transactional
  public void put(WorkspaceId workspace, MessagingPolicy policy) {
    workspaces.lock(workspace);
    db.deleteFrom(POLICY).where(WORKSPACE.eq(workspace.value())).execute();
    db.insertInto(POLICY).set(WORKSPACE, workspace.value()).set(CONTENT, write(policy)).execute();
    workspaces.dataChanged(workspace);
  }

  private MessagingPolicy read(String content) {
    try {
      return json.readValue(content, MessagingPolicy.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored messaging policy cannot be read", e);
    }
  }

  private String write(MessagingPolicy policy) {
    try {
      return json.writeValueAsString(policy);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A messaging policy is plain data", e);
    }
  }
}
