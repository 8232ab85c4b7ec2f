package io.sluice.engine.member;

import static io.sluice.engine.member.MemberTables.*;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Whose a phone number or mailbox is, and which of them want nothing more by a channel. */
@Repository
public class Addresses {
  private static final Table<Record> OPT_OUT = table(name("opt_out"));
  private static final Field<Integer> OUT_WORKSPACE =
      field(name("opt_out", "workspace_id"), Integer.class);
  private static final Field<String> OUT_CHANNEL = field(name("opt_out", "channel"), String.class);
  private static final Field<String> OUT_HASH =
      field(name("opt_out", "address_hash"), String.class);
  private static final Field<Instant> OUT_AT = field(name("opt_out", "at"), SQLDataType.INSTANT(6));
  private static final Field<String> OUT_SOURCE = field(name("opt_out", "source"), String.class);

  private static final String CHINESE_MOBILE = "1[0-9*]{10}";

  private final DSLContext db;
  private final AddressHashes hashes;
  private final Workspaces workspaces;

  Addresses(DSLContext db, AddressHashes hashes, Workspaces workspaces) {
    this.db = db;
    this.hashes = hashes;
    this.workspaces = workspaces;
  }

  /** The members with that phone number or e-mail address, however it is written. */
  public Audience members(WorkspaceId workspace, String address) {
    Field<String> column = address.contains("@") ? EMAIL_KEY : PHONE_KEY;
    return Audience.collect(
        db
            .select(ID)
            .from(MEMBER)
            .where(WORKSPACE.eq(workspace.value()), column.eq(AddressKey.of(address)))
            .fetch(ID)
            .stream()
            .mapToInt(Integer::intValue));
  }

  /** Those of some numbers who are members, and not guests. */
  public Audience known(WorkspaceId workspace, Audience numbers) {
    ValueTable<Integer> wanted = ValueTable.ofIntegers(numbers.stream().boxed().toList());
    return Audience.collect(
        db
            .select(ID)
            .from(wanted.table())
            .join(MEMBER)
            .on(WORKSPACE.eq(workspace.value()), ID.eq(wanted.value()))
            .fetch(ID)
            .stream()
            .mapToInt(Integer::intValue));
  }

  /** Notes, in the caller's transaction, that an address wants nothing more by a channel. */
  public void optOut(
      WorkspaceId workspace, String channel, String address, Instant at, String source) {
    int added =
        db.insertInto(OPT_OUT, OUT_WORKSPACE, OUT_CHANNEL, OUT_HASH, OUT_AT, OUT_SOURCE)
            .values(workspace.value(), channel, hashes.of(workspace, address), at, source)
            .onConflict(OUT_WORKSPACE, OUT_CHANNEL, OUT_HASH)
            .doNothing()
            .execute();
    if (added > 0) {
      workspaces.dataChanged(workspace);
    }
  }

  /**
   * The ways in which one address is written: a mailbox as given and in small letters; a number
   * with and without plus, and a Chinese mobile number with and without its country code.
   */
  public static Set<String> spellings(String address) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(address);
    if (address.contains("@")) {
      spellings.add(address.toLowerCase(Locale.ROOT));
      return spellings;
    }
    String digits = address.replaceAll("[^0-9*]", "").replaceFirst("^00", "");
    if (digits.matches(CHINESE_MOBILE)) {
      // With a plus before it the same digits are a number of North America.
      return address.startsWith("+")
          ? spellings
          : with(spellings, digits, "86" + digits, "+86" + digits);
    }
    if (digits.matches("86" + CHINESE_MOBILE)) {
      spellings.add(digits.substring(2));
    }
    return with(spellings, digits, "+" + digits);
  }

  private static Set<String> with(Set<String> spellings, String... more) {
    spellings.addAll(List.of(more));
    return spellings;
  }
}
