package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Placeholder;
import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.AttributeTable;
import io.sluice.engine.member.Attributes;
import io.sluice.engine.member.FieldType;
import io.sluice.engine.member.WrittenValue;
import io.sluice.engine.storage.ValueTable;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.ValueRef;
import io.sluice.node.ValueWrite;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.springframework.stereotype.Repository;

/** Reads the values of custom attributes that a message names, one query per table. */
@Repository
class AttributeReader {
  private final DSLContext db;
  private final Attributes attributes;

  AttributeReader(DSLContext db, Attributes attributes) {
    this.db = db;
    this.attributes = attributes;
  }

  /** The values by member; a list where an attribute has several. The maps can be changed. */
  Map<Integer, Map<Placeholder, Object>> read(
      Workspace workspace, Audience batch, Set<Placeholder> wanted) {
    Map<AttributeTable, Map<Integer, Attribute>> tables = tables(workspace, wanted);
    Map<Integer, Map<Placeholder, Object>> values = new HashMap<>();
    tables.forEach((table, named) -> read(workspace, batch, table, named, values));
    return values;
  }

  /** What nodes would have written of that which a message names, in the order of the writes. */
  List<WrittenPlaceholder> written(
      Workspace workspace, List<ValueWrite> writes, Set<Placeholder> wanted) {
    List<WrittenPlaceholder> written = new ArrayList<>();
    for (ValueWrite write : writes) {
      for (Placeholder placeholder : wanted) {
        if (WrittenPlaceholder.value(placeholder).filter(write.target()::equals).isPresent()) {
          written.add(
              new WrittenPlaceholder(
                  placeholder,
                  WrittenValue.of(attribute(workspace, write.target()), write),
                  write.members()));
        }
      }
    }
    return written;
  }

  private Optional<Attribute> attribute(Workspace workspace, ValueRef value) {
    return attributes.all(workspace.id()).stream()
        .filter(attribute -> value.equals(ValueRef.attribute(attribute.key())))
        .findFirst();
  }

  private Map<AttributeTable, Map<Integer, Attribute>> tables(
      Workspace workspace, Set<Placeholder> wanted) {
    if (wanted.stream().noneMatch(Placeholder.Custom.class::isInstance)) {
      return Map.of();
    }
    return attributes.all(workspace.id()).stream()
        .filter(attribute -> wanted.contains(new Placeholder.Custom(attribute.key())))
        .collect(
            Collectors.groupingBy(
                attribute -> AttributeTable.of(attribute.type()),
                Collectors.toMap(Attribute::id, attribute -> attribute)));
  }

  private void read(
      Workspace workspace,
      Audience batch,
      AttributeTable table,
      Map<Integer, Attribute> named,
      Map<Integer, Map<Placeholder, Object>> values) {
    ValueTable<Integer> wanted = ValueTable.ofIntegers(batch.stream().boxed().toList());
    db.select(table.member(), table.attribute(), table.content())
        .from(wanted.table())
        .join(table.table())
        .on(
            table.workspace().eq(workspace.id().value()),
            table.attribute().in(named.keySet()),
            table.member().eq(wanted.value()))
        .orderBy(table.member(), table.attribute(), table.content())
        .forEach(row -> add(row, named.get(row.value2()), values));
  }

  private static void add(
      Record3<Integer, Integer, ?> row,
      Attribute attribute,
      Map<Integer, Map<Placeholder, Object>> values) {
    Map<Placeholder, Object> ofMember =
        values.computeIfAbsent(row.value1(), member -> new HashMap<>());
    Placeholder placeholder = new Placeholder.Custom(attribute.key());
    if (attribute.type() == FieldType.MULTI_CHOICE) {
      @SuppressWarnings("unchecked")
      List<Object> several =
          (List<Object>) ofMember.computeIfAbsent(placeholder, p -> new ArrayList<>());
      several.add(row.value3());
    } else {
      ofMember.put(placeholder, shown(row.value3()));
    }
  }

  static Object shown(Object value) {
    if (value instanceof BigDecimal number) {
      BigDecimal stripped = number.stripTrailingZeros();
      return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
    return value instanceof Boolean ? value : value.toString();
  }
}
