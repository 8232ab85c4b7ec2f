package io.sluice.engine.member;

import io.sluice.engine.importing.BadValue;
import io.sluice.engine.importing.CsvRow;
import io.sluice.engine.importing.Header;
import io.sluice.engine.importing.ImportError;
import io.sluice.engine.importing.Values;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what a row of a members file says. */
final class MemberColumns {
  static final String MEMBER = "member";
  static final String ATTRIBUTE = "attribute:";

  private final Header header;
  private final Map<String, Attribute> attributes;
  private final List<ConsentColumns> consents;
  private final ZoneId zone;

  MemberColumns(
      Header header,
      Map<String, Attribute> attributes,
      List<ConsentColumns> consents,
      ZoneId zone) {
    this.header = header;
    this.attributes = attributes;
    this.consents = consents;
    this.zone = zone;
  }

  /** What the row says, or nothing if part of it is wrong; every wrong part is added to errors. */
  Optional<MemberChange> read(CsvRow row, List<ImportError> errors) {
    int before = errors.size();
    Cells cells = new Cells(row, errors);
    String key =
        cells.read(MEMBER, () -> Values.key(header.value(row, MEMBER).orElse(""))).orElse("");
    Map<ProfileField, Object> profile = new EnumMap<>(ProfileField.class);
    Map<Attribute, Object> custom = new LinkedHashMap<>();
    for (String name : header.fields()) {
      Optional<String> text = header.value(row, name);
      Optional<ProfileField> field = ProfileField.of(name);
      if (text.isPresent() && field.isPresent()) {
        cells
            .read(name, () -> FieldValues.parse(field.get(), text.get(), zone))
            .ifPresent(value -> profile.put(field.get(), value));
      } else if (text.isPresent() && name.startsWith(ATTRIBUTE)) {
        Attribute attribute = attributes.get(name.substring(ATTRIBUTE.length()));
        cells
            .read(name, () -> FieldValues.parse(attribute, text.get()))
            .ifPresent(value -> custom.put(attribute, value));
      }
    }
    List<ConsentChange> given = new ArrayList<>();
    for (ConsentColumns consent : consents) {
      cells
          .read(consent.column(), () -> consent.read(row, zone))
          .flatMap(c -> c)
          .ifPresent(given::add);
    }
    return errors.size() == before
        ? Optional.of(new MemberChange(key, profile, custom, given))
        : Optional.empty();
  }

  private record Cells(CsvRow row, List<ImportError> errors) {
    <T> Optional<T> read(String column, Supplier<T> value) {
      try {
        return Optional.of(value.get());
      } catch (BadValue e) {
        errors.add(ImportError.of(row, column, e));
        return Optional.empty();
      }
    }
  }
}
