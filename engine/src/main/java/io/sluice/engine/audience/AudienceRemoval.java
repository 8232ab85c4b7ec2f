package io.sluice.engine.audience;

import static io.sluice.engine.audience.AudienceStore.*;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.sluice.engine.workspace.WorkspaceId;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removes audiences that nobody names any more. */
@Component
public class AudienceRemoval {
  private final DSLContext db;
  private final List<AudienceUse> uses;

  AudienceRemoval(DSLContext db, List<AudienceUser> users) {
    this.db = db;
    this.uses = users.stream().flatMap(user -> user.uses().stream()).toList();
  }

  /** Everything that names audiences. */
  List<AudienceUse> uses() {
    return uses;
  }

  /**
   * Removes those of the audiences that nobody names, in the caller's transaction.
   *
   * @return how many
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int removeUnused(WorkspaceId workspace, Collection<String> hashes) {
    List<Condition> unused =
        uses.stream()
            .map(
                use ->
                    notExists(
                        selectOne()
                            .from(use.rows())
                            .where(use.workspace().eq(WORKSPACE), use.hash().eq(HASH))))
            .toList();
    return db.deleteFrom(AUDIENCE)
        .where(WORKSPACE.eq(workspace.value()), HASH.in(hashes))
        .and(org.jooq.impl.DSL.and(unused))
        .execute();
  }
}
