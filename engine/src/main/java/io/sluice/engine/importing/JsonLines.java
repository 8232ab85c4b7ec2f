package io.sluice.engine.importing;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in NDJSON at once, in one transaction: what a line says is what a row of a file says. */
@Service
class JsonLines {
  static final int MOST_LINES = 10_000;
  private static final int MOST_ATTEMPTS = 5;

  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Map<String, ImportKind> kinds;

  JsonLines(TransactionTemplate transaction, Clock clock, List<ImportKind> kinds) {
    this.transaction = transaction;
    this.clock = clock;
    this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::key, Function.identity()));
  }

  /**
   * Writes the lines that are right, and tells what is wrong with the others, in their order.
   *
   * @throws Problem if there are too many lines, or the options do not fit
   */
  RowWriter.Result write(Workspace workspace, String kind, ImportOptions options, InputStream body)
      throws IOException {
    List<ImportError> errors = new ArrayList<>();
    List<JsonLine> lines = read(body, errors);
    Set<String> columns = new LinkedHashSet<>();
    lines.forEach(line -> columns.addAll(line.cells().keySet()));
    if (lines.isEmpty()) {
      return new RowWriter.Result(0, 0, 0, errors);
    }
    RowWriter writer = open(workspace, kind, options, lines, columns, errors);
    List<String> header = List.copyOf(columns);
    RowWriter.Batch batch = writer.take(lines.stream().map(line -> line.row(header)).toList());
    List<ImportError> all = new ArrayList<>();
    RowWriter.Result result = write(batch).with(errors);
    all.addAll(result.errors());
    all.sort(Comparator.comparingLong(ImportError::line));
    return new RowWriter.Result(result.created(), result.updated(), result.unchanged(), all);
  }

  private RowWriter.Result write(RowWriter.Batch batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.execute(status -> batch.write());
      } catch (TransientDataAccessException e) {
        // Somebody held a lock too long; all was rolled back.
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static List<JsonLine> read(InputStream body, List<ImportError> errors)
      throws IOException {
    PhysicalLines physical = new PhysicalLines(body, StandardCharsets.UTF_8);
    List<JsonLine> lines = new ArrayList<>();
    for (PhysicalLines.Line line = physical.next(); line != null; line = physical.next()) {
      if (line.number() > MOST_LINES) {
        throw new Problem(
            HttpStatus.PAYLOAD_TOO_LARGE,
            "too-many-lines",
            "Nothing was written: send at most " + MOST_LINES + " lines at once.");
      }
      if (line.wrong() != null) {
        errors.add(new ImportError(line.number(), "", line.wrong() + ".", line.text()));
      } else if (!line.text().isBlank()) {
        try {
          lines.add(JsonLine.read(line.number(), line.text()));
        } catch (JsonLine.BadLine e) {
          errors.add(new ImportError(line.number(), e.field(), e.getMessage() + ".", line.text()));
        }
      }
    }
    return lines;
  }

  /** Opens a writer for the fields of all lines; lines with a field that is wrong are left out. */
  private RowWriter open(
      Workspace workspace,
      String kind,
      ImportOptions options,
      List<JsonLine> lines,
      Set<String> columns,
      List<ImportError> errors) {
    Instant now = clock.instant();
    while (true) {
      try {
        return kinds.get(kind).open(workspace, List.copyOf(columns), options, now);
      } catch (Problem e) {
        boolean changed = false;
        for (Problem.Part part : e.parts()) {
          if (columns.remove(part.field())) {
            changed = true;
            leaveOut(part, lines, errors);
          } else {
            // A field that all must have is told line by line.
            changed |= part.code().equals("missing-column") && columns.add(part.field());
          }
        }
        if (!changed) {
          throw e;
        }
      }
    }
  }

  private static void leaveOut(Problem.Part part, List<JsonLine> lines, List<ImportError> errors) {
    lines.removeIf(
        line -> {
          boolean wrong = line.cells().containsKey(part.field());
          if (wrong) {
            errors.add(new ImportError(line.number(), part.field(), part.message(), line.text()));
          }
          return wrong;
        });
  }
}
