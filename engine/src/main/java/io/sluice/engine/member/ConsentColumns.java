package io.sluice.engine.member;

import io.sluice.engine.importing.BadValue;
import io.sluice.engine.importing.CsvRow;
import io.sluice.engine.importing.Header;
import io.sluice.engine.importing.ImportOptions;
import io.sluice.engine.importing.Values;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The columns of the consent to one channel: {@code consent:sms} with yes or no, and {@code
 * consent:sms:basis}, {@code :source}, {@code :wording}, {@code :at}; what has no column holds for
 * the whole file.
 */
final class ConsentColumns {
  static final String PREFIX = "consent:";
  static final Pattern CHANNEL = Pattern.compile(PREFIX + "[a-z][a-z0-9-]{0,31}");
  static final Pattern COLUMN = Pattern.compile(CHANNEL + "(:(basis|source|wording|at))?");
  static final int BASIS_LENGTH = 64;
  static final int SOURCE_LENGTH = 200;
  static final int WORDING_LENGTH = 1000;

  private final Header header;
  private final ImportOptions options;
  private final String column;

  ConsentColumns(Header header, ImportOptions options, String column) {
    this.header = header;
    this.options = options;
    this.column = column;
    if (options.consentBasis() == null && !header.fields().contains(column + ":basis")) {
      header.wrong(
          "missing-basis",
          column,
          "Consents need a basis; add a column '"
              + column
              + ":basis', or state one for the whole file in the option 'consentBasis'.");
    }
  }

  String column() {
    return column;
  }

  /** The consent in a row, if it says anything; throws {@link BadValue}. */
  Optional<ConsentChange> read(CsvRow row, ZoneId zone) {
    return header
        .value(row, column)
        .map(
            granted -> {
              String basis = part(row, ":basis", options.consentBasis(), BASIS_LENGTH);
              if (basis == null) {
                throw new BadValue("has no basis; state on what ground it was given");
              }
              Instant at =
                  header
                      .value(row, column + ":at")
                      .map(text -> Values.instant(text, zone))
                      .orElse(options.consentAt());
              return new ConsentChange(
                  column.substring(PREFIX.length()),
                  Values.flag(granted),
                  basis,
                  part(row, ":wording", options.consentWording(), WORDING_LENGTH),
                  part(row, ":source", options.consentSource(), SOURCE_LENGTH),
                  at);
            });
  }

  private String part(CsvRow row, String part, String ofFile, int maxLength) {
    String text = header.value(row, column + part).orElse(ofFile);
    return text == null ? null : Values.text(text, maxLength);
  }
}
