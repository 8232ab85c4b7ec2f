package io.sluice.engine.delivery.sending;

import static io.sluice.engine.delivery.sending.DeliveryTables.*;

import io.sluice.engine.member.MemberErased;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets where the messages of an erased person went; that they were sent stays. */
@Component
class LedgerErasure {
  private final DSLContext db;

  LedgerErasure(DSLContext db) {
    this.db = db;
  }

  @EventListener
  void forget(MemberErased erased) {
    db.update(MESSAGE)
        .setNull(ADDRESS)
        .where(MESSAGE_WORKSPACE.eq(erased.workspace().value()), MESSAGE_MEMBER.eq(erased.member()))
        .execute();
  }
}
