package io.sluice.engine.member.guest;

import io.sluice.engine.importing.BadValue;
import io.sluice.engine.importing.Header;
import io.sluice.engine.importing.ImportKind;
import io.sluice.engine.importing.ImportOptions;
import io.sluice.engine.importing.RowWriter;
import io.sluice.engine.importing.Values;
import io.sluice.engine.workspace.Workspace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Files with a phone number or an e-mail address per row, and columns for messages. */
@Component
class ListImport implements ImportKind {
  private static final Pattern COLUMN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]{0,63}");
  private static final int MOST_COLUMNS = 50;
  private static final int BASIS_LENGTH = 64;
  private static final int SOURCE_LENGTH = 200;
  private static final int WORDING_LENGTH = 1000;

  private final ImportedLists lists;
  private final ListWriter writer;

  ListImport(ImportedLists lists, ListWriter writer) {
    this.lists = lists;
    this.writer = writer;
  }

  @Override
  public String key() {
    return "lists";
  }

  @Override
  public RowWriter open(
      Workspace workspace, List<String> columns, ImportOptions options, Instant startedAt) {
    Header header =
        new Header(
            columns,
            options,
            field -> COLUMN.matcher(field).matches(),
            "phone, email, and names of letters, digits, _ and - for columns that messages use");
    ListKind kind = kind(header);
    ImportedList list =
        new ImportedList(
            options.list(),
            kind,
            consent(header, options, startedAt.truncatedTo(ChronoUnit.MICROS)),
            header.fields().stream().filter(field -> !field.equals(kind.key())).sorted().toList(),
            startedAt.truncatedTo(ChronoUnit.MICROS));
    if (list.columns().size() > MOST_COLUMNS) {
      header.wrong(
          "too-many-columns",
          "",
          "The file has more than " + MOST_COLUMNS + " columns; leave out those no message uses.");
    }
    lists
        .find(workspace.id(), list.key())
        .ifPresent(known -> requireSame(header, known, list, options));
    header.refuseIfWrong();
    return new ListFile(workspace.id(), list, header, writer);
  }

  private static ListKind kind(Header header) {
    List<ListKind> kinds =
        Arrays.stream(ListKind.values())
            .filter(kind -> header.fields().contains(kind.key()))
            .toList();
    if (kinds.isEmpty()) {
      header.wrong(
          "missing-column",
          "phone",
          "No column holds 'phone' or 'email'; add one, or map the column that does.");
    } else if (kinds.size() > 1) {
      header.wrong(
          "two-addresses",
          "email",
          "A list holds either phones or e-mail addresses; leave one of the columns out.");
    }
    return kinds.isEmpty() ? ListKind.PHONE : kinds.get(0);
  }

  private static ImportedList.Consent consent(
      Header header, ImportOptions options, Instant startedAt) {
    if (options.consentBasis() == null || options.consentBasis().isBlank()) {
      header.wrong(
          "missing-basis",
          "consentBasis",
          "State in the option 'consentBasis' on what ground these people may be written to.");
    }
    return new ImportedList.Consent(
        text(header, "consentBasis", options.consentBasis(), BASIS_LENGTH),
        text(header, "consentWording", options.consentWording(), WORDING_LENGTH),
        text(header, "consentSource", options.consentSource(), SOURCE_LENGTH),
        options.consentAt() == null ? startedAt : options.consentAt());
  }

  private static String text(Header header, String option, String text, int length) {
    try {
      return text == null ? null : Values.text(text, length);
    } catch (BadValue e) {
      header.wrong("bad-text", option, "'" + option + "' " + e.getMessage() + ".");
      return null;
    }
  }

  /** What was declared of a list holds for all of its files. */
  private static void requireSame(
      Header header, ImportedList known, ImportedList list, ImportOptions options) {
    if (known.kind() != list.kind()) {
      header.wrong(
          "other-kind",
          list.kind().key(),
          "The list '%s' holds values of '%s'; give this file to another list."
              .formatted(known.key(), known.kind().key()));
    }
    if (!known.consent().basis().equals(options.consentBasis())) {
      header.wrong(
          "other-basis",
          "consentBasis",
          "The list '%s' was declared with the basis '%s'; state the same, or use another list."
              .formatted(known.key(), known.consent().basis()));
    }
    if (!known.columns().equals(list.columns())) {
      header.wrong(
          "other-columns",
          "",
          "The list '%s' has the columns %s; give the file the same, or use another list."
              .formatted(known.key(), known.columns()));
    }
  }
}
