package io.sluice.samples.data;

import static io.sluice.samples.data.Column.flag;
import static io.sluice.samples.data.Column.instant;
import static io.sluice.samples.data.Column.integer;
import static io.sluice.samples.data.Column.small;
import static io.sluice.samples.data.Column.text;

import java.time.LocalDate;
import java.util.List;

/** The rows of members and of their consents. */
record MemberRows(DemoPeople people, int workspace) {
  private static final String SOURCE = "demo";

  BulkTable members() {
    return new BulkTable(
        "member",
        List.of(
            integer("workspace_id"),
            integer("id"),
            text("member_key"),
            text("status"),
            text("name"),
            text("phone"),
            text("email"),
            text("gender"),
            Column.day("birth_date"),
            small("birth_day"),
            text("region"),
            text("city"),
            small("city_tier"),
            text("language"),
            integer("level"),
            instant("registered_at")),
        sink -> {
          for (int i = 0; i < people.count(); i++) {
            Profile profile = people.profile(i);
            sink.row(
                workspace,
                i,
                profile.key(),
                profile.active() ? "active" : "deregistered",
                profile.name(),
                profile.phone(),
                profile.email(),
                profile.gender(),
                profile.birthDate(),
                monthDay(profile.birthDate()),
                profile.city().region(),
                profile.city().name(),
                profile.city().tier(),
                profile.language(),
                profile.level(),
                profile.registeredAt());
          }
        });
  }

  /** The number under which the engine keeps a day of the year. */
  static Integer monthDay(LocalDate date) {
    return date == null ? null : Integer.valueOf(date.getMonthValue() * 100 + date.getDayOfMonth());
  }

  BulkTable consents() {
    return new BulkTable(
        "consent",
        List.of(
            integer("workspace_id"),
            integer("member_id"),
            text("channel"),
            flag("granted"),
            text("basis"),
            text("source"),
            instant("at"),
            instant("superseded_at")),
        sink -> {
          for (int i = 0; i < people.count(); i++) {
            for (Consent consent : people.consents(i)) {
              write(i, consent, sink);
            }
          }
        });
  }

  private void write(int member, Consent consent, BulkTable.Sink sink) {
    sink.row(
        workspace,
        member,
        consent.channel(),
        true,
        "opt-in",
        SOURCE,
        consent.givenAt(),
        consent.withdrawnAt());
    if (consent.withdrawnAt() != null) {
      sink.row(
          workspace,
          member,
          consent.channel(),
          false,
          "withdrawal",
          SOURCE,
          consent.withdrawnAt(),
          null);
    }
  }
}
