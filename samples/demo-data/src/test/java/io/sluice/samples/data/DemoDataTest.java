package io.sluice.samples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.SluiceServer;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.Rule;
import io.sluice.samples.database.EmbeddedDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What was generated is what the engine's rules find, person by person. */
@Tag("database")
@SpringBootTest(
    classes = {SluiceServer.class, DemoData.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "sluice.access.login=none")
class DemoDataTest {
  private static final Instant REFERENCE = Instant.parse("2026-03-15T00:00:00Z");
  private static final List<String> TABLES =
      List.of("member", "consent", "orders", "order_line", "attribute_text", "set_change");

  private final DemoPeople people = new DemoPeople(3_000, DemoPeople.SEED, REFERENCE);

  @Autowired private DemoData data;
  @Autowired private Workspaces workspaces;
  @Autowired private PopulationReader population;
  @Autowired private DSLContext db;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    EmbeddedDatabase.ofThisTestRun()
        .properties()
        .forEach((name, value) -> properties.add(name, () -> value));
  }

  @BeforeEach
  void load() {
    data.load("demo", "Demo", ZoneOffset.UTC, people);
  }

  @Test
  void doublesNothingWhenLoadedAgain() {
    Map<String, Integer> before = rows();

    assertThat(data.load("demo", "Demo", ZoneOffset.UTC, people)).isEmpty();
    assertThat(rows()).isEqualTo(before).doesNotContainValue(0);
  }

  @Test
  @DisabledIfSystemProperty(named = "sluice.test.database", matches = "postgres")
  void isTheSameWhenItGoesInInParts() {
    List<String> before = indexesAndKeys();

    data.loadInParts("parts", "Parts", ZoneOffset.UTC, people);

    assertThat(indexesAndKeys()).isEqualTo(before).hasSizeGreaterThan(20);
    String often = "{\"orders\":\"count\",\"op\":\"at-least\",\"value\":2}";
    assertThat(matching("parts", often)).isEqualTo(matching("demo", often));
    assertThat(workspaces.find("parts-unfinished")).isEmpty();
  }

  @Test
  @DisabledIfSystemProperty(named = "sluice.test.database", matches = "postgres")
  void saysWhatToDoWhereOnlyAPartIsThere() {
    workspaces.create("torn-unfinished", "Torn", ZoneOffset.UTC);

    assertThatThrownBy(() -> data.loadInParts("torn", "Torn", ZoneOffset.UTC, people))
        .hasMessageContaining("Remove its database");
    assertThat(workspaces.find("torn")).isEmpty();
  }

  private List<String> indexesAndKeys() {
    return db
        .meta()
        .filterSchemas(schema -> schema.getName().equals("PUBLIC"))
        .filterTables(table -> TABLES.contains(table.getName().toLowerCase(Locale.ROOT)))
        .getTables()
        .stream()
        .flatMap(
            table ->
                Stream.concat(
                    table.getIndexes().stream()
                        .filter(index -> !index.getName().startsWith("CONSTRAINT_INDEX"))
                        .map(index -> index.getName() + index.getFields()),
                    table.getReferences().stream()
                        .map(key -> key.getTable() + " " + key.getFields())))
        .sorted()
        .toList();
  }

  @Test
  void isFoundByRulesOnProfiles() {
    assertThat(matching("{\"profile\":\"city\",\"op\":\"is\",\"value\":\"Xi'an\"}"))
        .isEqualTo(those(i -> people.profile(i).city().name().equals("Xi'an")));
    assertThat(matching("{\"profile\":\"level\",\"op\":\"at-least\",\"value\":4}"))
        .isEqualTo(those(i -> people.profile(i).level() >= 4));
  }

  @Test
  void isFoundByRulesOnAttributes() {
    assertThat(matching("{\"attribute\":\"store_visits\",\"op\":\"at-least\",\"value\":10}"))
        .isEqualTo(those(i -> atLeast(people.traits(i).storeVisits(), 10)));
    assertThat(
            matching(
                "{\"attribute\":\"interests\",\"op\":\"has-all\",\"value\":[\"food\",\"music\"]}"))
        .isEqualTo(those(i -> people.traits(i).interests().containsAll(List.of("food", "music"))));
  }

  @Test
  void isFoundByRulesOnConsentsAndTags() {
    assertThat(matching("{\"consent\":\"sms\"}"))
        .isEqualTo(
            those(
                i ->
                    people.consents(i).stream()
                        .anyMatch(c -> c.channel().equals("sms") && c.withdrawnAt() == null)));
    assertThat(matching("{\"tag\":\"complained\"}"))
        .isEqualTo(those(i -> people.marks(i).complained() && !people.marks(i).appeased()));
  }

  @Test
  void isFoundByRulesOnOrders() {
    assertThat(
            matching(
                "{\"orders\":\"count\",\"op\":\"at-least\",\"value\":2,"
                    + "\"where\":{\"category\":[\"fragrance\"]}}"))
        .isEqualTo(those(i -> fragranceOrders(i) >= 2));
  }

  private long fragranceOrders(int member) {
    return people.orders(member).stream()
        .filter(order -> order.paidAt() != null)
        .filter(order -> order.lines().stream().anyMatch(l -> l.category().equals("fragrance")))
        .count();
  }

  private Audience matching(String rule) {
    return matching("demo", rule);
  }

  private Audience matching(String key, String rule) {
    Workspace workspace = workspaces.find(key).orElseThrow();
    Pin pin = population.pin(workspace.id(), REFERENCE);
    return population.read(workspace.id(), pin, List.of(), p -> p.matching(new Rule(rule)));
  }

  private Audience those(IntPredicate chosen) {
    Audience expected = Audience.collect(IntStream.range(0, people.count()).filter(chosen));
    assertThat(expected.isEmpty()).isFalse();
    return expected;
  }

  private static boolean atLeast(Integer number, int least) {
    return number != null && number >= least;
  }

  private Map<String, Integer> rows() {
    return TABLES.stream().collect(Collectors.toMap(t -> t, t -> db.fetchCount(table(name(t)))));
  }
}
