package io.sluice.samples.data;

import static io.sluice.samples.data.Column.integer;
import static io.sluice.samples.data.Column.text;

import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.Attributes;
import io.sluice.engine.member.FieldType;
import io.sluice.engine.workspace.WorkspaceId;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiConsumer;

/** The custom attributes of the demo workspace, and the rows of their values. */
record TraitRows(
    DemoPeople people,
    int workspace,
    int favouriteCategory,
    int skinType,
    int interests,
    int storeVisits,
    int appInstalled,
    int weddingDay) {

  /** Makes the attributes. */
  static TraitRows define(DemoPeople people, WorkspaceId workspace, Attributes attributes) {
    return new TraitRows(
        people,
        workspace.value(),
        attributes.put(workspace, choice("favourite_category", Traits.CATEGORIES)).id(),
        attributes.put(workspace, choice("skin_type", Traits.SKIN_TYPES)).id(),
        attributes.put(workspace, own("interests", FieldType.MULTI_CHOICE, Traits.INTERESTS)).id(),
        attributes.put(workspace, platform("store_visits", FieldType.NUMBER)).id(),
        attributes.put(workspace, platform("app_installed", FieldType.BOOLEAN)).id(),
        attributes.put(workspace, own("wedding_day", FieldType.DATE, List.of())).id());
  }

  private static Attribute choice(String key, List<String> choices) {
    return own(key, FieldType.CHOICE, choices);
  }

  private static Attribute own(String key, FieldType type, List<String> choices) {
    return new Attribute(0, key, label(key), type, choices, Attribute.Origin.OWN);
  }

  private static Attribute platform(String key, FieldType type) {
    return new Attribute(0, key, label(key), type, List.of(), Attribute.Origin.PLATFORM);
  }

  private static String label(String key) {
    return Character.toUpperCase(key.charAt(0)) + key.substring(1).replace('_', ' ');
  }

  List<BulkTable> tables() {
    return List.of(
        values("attribute_text", text("content"), this::texts),
        values(
            "attribute_number",
            Column.decimal("content"),
            (traits, sink) -> put(storeVisits, decimal(traits.storeVisits()), sink)),
        values(
            "attribute_flag",
            Column.flag("content"),
            (traits, sink) -> put(appInstalled, traits.appInstalled(), sink)),
        dates());
  }

  /** Takes the values of one person's attribute. */
  private interface Values {
    void value(int attribute, Object content);
  }

  private BulkTable values(String table, Column content, BiConsumer<Traits, Values> write) {
    return new BulkTable(
        table,
        List.of(integer("workspace_id"), integer("attribute_id"), integer("member_id"), content),
        sink -> {
          for (int i = 0; i < people.count(); i++) {
            int member = i;
            write.accept(
                people.traits(i),
                (attribute, value) -> sink.row(workspace, attribute, member, value));
          }
        });
  }

  private void texts(Traits traits, Values sink) {
    put(favouriteCategory, traits.favouriteCategory(), sink);
    put(skinType, traits.skinType(), sink);
    traits.interests().forEach(interest -> sink.value(interests, interest));
  }

  private static void put(int attribute, Object value, Values sink) {
    if (value != null) {
      sink.value(attribute, value);
    }
  }

  private static BigDecimal decimal(Integer number) {
    return number == null ? null : BigDecimal.valueOf(number);
  }

  private BulkTable dates() {
    return new BulkTable(
        "attribute_date",
        List.of(
            integer("workspace_id"),
            integer("attribute_id"),
            integer("member_id"),
            Column.day("content"),
            Column.small("month_day")),
        sink -> {
          for (int i = 0; i < people.count(); i++) {
            Traits traits = people.traits(i);
            if (traits.weddingDay() != null) {
              sink.row(
                  workspace,
                  weddingDay,
                  i,
                  traits.weddingDay(),
                  MemberRows.monthDay(traits.weddingDay()));
            }
          }
        });
  }
}
