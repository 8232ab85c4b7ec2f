package io.sluice.engine.importing;

import io.sluice.engine.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;

/** Which column of a file holds which field. Collects what is wrong before it tells. */
public final class Header {
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<Problem.Part> wrong = new ArrayList<>();

  /**
   * Reads a header.
   *
   * @param known whether there is a field of that name
   * @param fields the fields in words, for the message
   */
  public Header(List<String> names, ImportOptions options, Predicate<String> known, String fields) {
    for (int i = 0; i < names.size(); i++) {
      String column = names.get(i).strip();
      String field = options.fieldOf(column);
      if (field.isEmpty()) {
        continue;
      }
      if (!known.test(field)) {
        wrong(
            "unknown-column",
            column,
            "'"
                + column
                + "' is no field; name it, or map it to, one of "
                + fields
                + "; or leave it out, in a file by mapping it to an empty name.");
      } else if (columns.putIfAbsent(field, i) != null) {
        wrong("column-twice", column, "Two columns hold '" + field + "'; leave one of them out.");
      }
    }
    if (options.mapping() != null) {
      for (String column : options.mapping().keySet()) {
        if (names.stream().noneMatch(name -> name.strip().equals(column))) {
          wrong(
              "unknown-column",
              column,
              "The mapping names a column '"
                  + column
                  + "' that the file does not have; its columns"
                  + " are: "
                  + String.join(", ", names)
                  + ".");
        }
      }
    }
  }

  /** Demands a column. */
  public Header require(String field) {
    if (!columns.containsKey(field)) {
      wrong(
          "missing-column",
          field,
          "No column holds '" + field + "'; add one, or map the column that does.");
    }
    return this;
  }

  /** Notes something wrong. */
  public void wrong(String code, String column, String message) {
    wrong.add(new Problem.Part(code, column, message));
  }

  /**
   * Ends the check.
   *
   * @throws Problem 400 with all that is wrong
   */
  public void refuseIfWrong() {
    if (!wrong.isEmpty()) {
      throw new Problem(
          HttpStatus.BAD_REQUEST,
          "bad-columns",
          "The columns of the file do not fit; each is listed with the fix.",
          wrong);
    }
  }

  /** The fields that have a column. */
  public List<String> fields() {
    return List.copyOf(columns.keySet());
  }

  /** The value of a field in a row; empty where it has no column or the cell is blank. */
  public Optional<String> value(CsvRow row, String field) {
    Integer column = columns.get(field);
    if (column == null) {
      return Optional.empty();
    }
    String value = row.values().get(column).strip();
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
