package io.sluice.engine.agreement;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.segment.SetLog;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes members with facts that a test can recompute, and a second workspace with opposite ones.
 */
final class TestPopulation {
  static final Instant START = Instant.parse("2024-03-01T10:00:00Z");

  static final List<String> EVENTS = List.of("viewed", "added-to-cart");

  private static final List<LocalDate> BORN =
      List.of(
          LocalDate.of(1988, 2, 29),
          LocalDate.of(1990, 3, 1),
          LocalDate.of(1991, 3, 4),
          LocalDate.of(1975, 3, 20),
          LocalDate.of(2001, 12, 31));

  private static final ZoneId FAR = ZoneId.of("America/Los_Angeles");

  private static final List<String> CITIES = List.of("Shanghai", "Beijing", "Chengdu");

  private final DSLContext db;
  private final Workspaces workspaces;
  private final SetLog sets;
  private final TransactionTemplate transaction;

  TestPopulation(
      DSLContext db, Workspaces workspaces, SetLog sets, TransactionTemplate transaction) {
    this.db = db;
    this.workspaces = workspaces;
    this.sets = sets;
    this.transaction = transaction;
  }

  /** Fills a workspace with members drawn from a seed. */
  List<Person> fill(Workspace workspace, int size, long seed, boolean opposite) {
    return transaction.execute(status -> fillIn(workspace, size, seed, opposite));
  }

  private List<Person> fillIn(Workspace workspace, int size, long seed, boolean opposite) {
    Random random = new Random(seed);
    int first = workspaces.takeMemberIds(workspace.id(), size);
    List<Person> people = new ArrayList<>();
    long orders = 0;
    long events = 0;
    for (int i = 0; i < size; i++) {
      int level = random.nextInt(5);
      boolean female = random.nextBoolean();
      String city = CITIES.get(random.nextInt(CITIES.size()));
      boolean vip = random.nextInt(4) == 0;
      LocalDate born = BORN.get(random.nextInt(BORN.size()));
      ZoneId zone = random.nextInt(3) == 0 ? FAR : null;
      List<Instant> placed = new ArrayList<>();
      for (int n = random.nextInt(5); n > 0; n--) {
        placed.add(START.plus(Duration.ofHours(random.nextInt(24 * 200) - 24 * 100)));
      }
      List<Person.Event> done = new ArrayList<>();
      for (int n = random.nextInt(8); n > 0; n--) {
        done.add(
            new Person.Event(
                EVENTS.get(random.nextInt(EVENTS.size())),
                START.plus(Duration.ofHours(random.nextInt(24 * 200) - 24 * 100))));
      }
      Person person =
          new Person(
              first + i,
              "m" + i,
              opposite ? 4 - level : level,
              female != opposite ? "female" : "male",
              opposite ? "Lhasa" : city,
              opposite ? LocalDate.of(1950, 6, 6) : random.nextInt(5) == 0 ? null : born,
              opposite ? null : zone,
              vip != opposite ? Set.of("vip") : Set.of(),
              opposite ? List.of() : placed,
              opposite ? List.of() : done);
      people.add(person);
      insert(workspace, person);
      for (Instant at : person.orders()) {
        insertOrder(workspace, person, ++orders, at);
      }
      for (Person.Event event : person.events()) {
        insertEvent(workspace, person, ++events, event);
      }
    }
    Audience vips =
        Audience.collect(people.stream().filter(one -> !one.tags().isEmpty()).mapToInt(Person::id));
    sets.append(
        workspace.id(),
        SetWrite.add(SetRef.tag("vip"), vips),
        START.minus(Duration.ofDays(500)),
        "fixture",
        null);
    workspaces.dataChanged(workspace.id());
    return people;
  }

  private void insert(Workspace workspace, Person person) {
    db.insertInto(table(name("member")))
        .set(field(name("workspace_id")), workspace.id().value())
        .set(field(name("id")), person.id())
        .set(field(name("member_key")), person.key())
        .set(field(name("level")), person.level())
        .set(field(name("gender")), person.gender())
        .set(field(name("city")), person.city())
        .set(field(name("birth_date")), person.born())
        .set(
            field(name("birth_day")),
            person.born() == null
                ? null
                : person.born().getMonthValue() * 100 + person.born().getDayOfMonth())
        .set(field(name("time_zone")), person.zone() == null ? null : person.zone().getId())
        .set(field(name("registered_at")), at(START.minus(Duration.ofDays(700))))
        .execute();
  }

  private void insertOrder(Workspace workspace, Person person, long id, Instant paidAt) {
    db.insertInto(table(name("orders")))
        .set(field(name("workspace_id")), workspace.id().value())
        .set(field(name("id")), id)
        .set(field(name("order_key")), "o" + id)
        .set(field(name("member_id")), person.id())
        .set(field(name("paid_at")), at(paidAt))
        .set(field(name("items")), 1)
        .set(field(name("amount")), 10)
        .execute();
  }

  private void insertEvent(Workspace workspace, Person person, long id, Person.Event event) {
    db.insertInto(table(name("member_event")))
        .set(field(name("workspace_id")), workspace.id().value())
        .set(field(name("id")), id)
        .set(field(name("event_key")), "e" + id)
        .set(field(name("member_id")), person.id())
        .set(field(name("type")), event.type())
        .set(field(name("at")), at(event.at()))
        .execute();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
