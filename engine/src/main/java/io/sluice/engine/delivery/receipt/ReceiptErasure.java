package io.sluice.engine.delivery.receipt;

import static io.sluice.engine.delivery.receipt.MessageTables.*;
import static org.jooq.impl.DSL.select;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.member.Addresses;
import io.sluice.engine.member.MemberErased;
import io.sluice.engine.storage.ValueTable;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets what erased people wrote and where from; that they answered stays. */
@Component
class ReceiptErasure {
  private final DSLContext db;

  ReceiptErasure(DSLContext db) {
    this.db = db;
  }

  @EventListener
  void forget(MemberErased erased) {
    int workspace = erased.workspace().value();
    db.update(EVENT)
        .setNull(EVENT_DETAIL)
        .where(EVENT_WORKSPACE.eq(workspace), EVENT_MEMBER.eq(erased.member()))
        .execute();
    List<String> effects =
        db.select(RUN, NODE, ENTRY)
            .from(MESSAGE)
            .where(WORKSPACE.eq(workspace), MEMBER.eq(erased.member()))
            .fetch(
                row ->
                    new EffectKey(
                            erased.workspace(),
                            row.value1(),
                            row.value2(),
                            erased.member(),
                            row.value3())
                        .text());
    List<String> references =
        db.select(REFERENCE_TEXT)
            .from(REFERENCE)
            .where(REFERENCE_WORKSPACE.eq(workspace), REFERENCE_MEMBER.eq(erased.member()))
            .fetch(REFERENCE_TEXT);
    List<String> addresses =
        erased.addresses().stream()
            .flatMap(address -> Addresses.spellings(address).stream())
            .toList();
    clear(workspace, ReceiptTables.EFFECT, effects);
    clear(workspace, ReceiptTables.REFERENCE, references);
    clear(workspace, ReceiptTables.ADDRESS, addresses);
  }

  private void clear(int workspace, Field<String> column, List<String> values) {
    if (values.isEmpty()) {
      return;
    }
    ValueTable<String> wanted = ValueTable.ofTexts(values);
    db.update(ReceiptTables.RECEIPT)
        .setNull(ReceiptTables.ADDRESS)
        .setNull(ReceiptTables.CONTENT)
        .where(
            ReceiptTables.WORKSPACE.eq(workspace),
            column.in(select(wanted.value()).from(wanted.table())))
        .execute();
  }
}
