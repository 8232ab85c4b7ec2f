package io.sluice.engine.member;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The tables of members and of what is known of them. */
public final class MemberTables {
  public static final Table<Record> MEMBER = table(name("member"));
  public static final Field<Integer> WORKSPACE =
      field(name("member", "workspace_id"), Integer.class);
  public static final Field<Integer> ID = field(name("member", "id"), Integer.class);
  public static final Field<String> KEY = field(name("member", "member_key"), String.class);
  public static final Field<Instant> REGISTERED_AT =
      field(name("member", "registered_at"), SQLDataType.INSTANT(6));
  public static final Field<Instant> ERASED_AT =
      field(name("member", "erased_at"), SQLDataType.INSTANT(6));
  public static final Field<Boolean> MADE_FROM_ORDERS =
      field(name("member", "made_from_orders"), Boolean.class);

  /** Month * 100 + day of the birth date. */
  public static final Field<Integer> BIRTH_DAY = field(name("member", "birth_day"), Integer.class);

  /** What phone numbers and e-mail addresses are told apart by, see {@link AddressKey}. */
  public static final Field<String> PHONE_KEY = field(name("member", "phone_key"), String.class);

  public static final Field<String> EMAIL_KEY = field(name("member", "email_key"), String.class);

  /** The key and the name in small letters, sorted letter by letter. */
  static final Field<String> KEY_START = field(name("member", "key_start"), String.class);

  static final Field<String> NAME_START = field(name("member", "name_start"), String.class);

  public static final Table<Record> CONSENT = table(name("consent"));
  public static final Field<Integer> CONSENT_WORKSPACE =
      field(name("consent", "workspace_id"), Integer.class);
  public static final Field<Long> CONSENT_ID = field(name("consent", "id"), Long.class);
  public static final Field<Integer> CONSENT_MEMBER =
      field(name("consent", "member_id"), Integer.class);
  public static final Field<String> CHANNEL = field(name("consent", "channel"), String.class);
  public static final Field<Boolean> GRANTED = field(name("consent", "granted"), Boolean.class);
  public static final Field<String> BASIS = field(name("consent", "basis"), String.class);
  public static final Field<String> WORDING = field(name("consent", "wording"), String.class);
  public static final Field<String> SOURCE = field(name("consent", "source"), String.class);
  public static final Field<Instant> CONSENT_AT =
      field(name("consent", "at"), SQLDataType.INSTANT(6));
  public static final Field<Instant> SUPERSEDED_AT =
      field(name("consent", "superseded_at"), SQLDataType.INSTANT(6));

  private MemberTables() {}

  /** The column of a profile field. */
  public static Field<?> column(ProfileField profile) {
    return switch (profile.type()) {
      case NUMBER -> field(name("member", profile.key()), Integer.class);
      case DATE -> field(name("member", profile.key()), LocalDate.class);
      case INSTANT -> field(name("member", profile.key()), SQLDataType.INSTANT(6));
      default -> field(name("member", profile.key()), String.class);
    };
  }
}
