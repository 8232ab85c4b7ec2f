package io.sluice.engine.importing;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in files and tells how far their imports are. */
@Service
class Imports {
  private final ImportJobs jobs;
  private final ImportRunner runner;
  private final Spool spool;
  private final Clock clock;
  private final Map<String, ImportKind> kinds;

  Imports(ImportJobs jobs, ImportRunner runner, Spool spool, Clock clock, List<ImportKind> kinds) {
    this.jobs = jobs;
    this.runner = runner;
    this.spool = spool;
    this.clock = clock;
    this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::key, Function.identity()));
  }

  /**
   * Keeps the file, checks its header and queues it.
   *
   * @throws Problem if options or header do not fit; then nothing is kept
   */
  ImportJob start(Workspace workspace, String kind, ImportOptions options, InputStream bytes)
      throws IOException {
    Path file = spool.receive(bytes);
    try {
      Instant now = clock.instant();
      checkHeader(workspace, kind, options, file, now);
      ImportJob job = jobs.create(workspace.id(), kind, options, spool.id(), Files.size(file), now);
      spool.assign(file, workspace.id().value(), job.id());
      runner.submit(job);
      return job;
    } finally {
      spool.delete(file);
    }
  }

  private void checkHeader(
      Workspace workspace, String kind, ImportOptions options, Path file, Instant now)
      throws IOException {
    try (CsvReader reader = CsvReader.open(file, options)) {
      CsvReader.Read header = reader.next();
      if (header == null) {
        throw Problem.badField(
            "empty-file", "file", "The file is empty; its first line must name the columns.");
      }
      if (header.error() != null) {
        throw Problem.badField(
            "bad-header", "file", "The header cannot be read: " + header.error().message());
      }
      kinds.get(kind).open(workspace, header.row().values(), options, now);
    }
  }

  ImportJob get(Workspace workspace, long id) {
    return jobs.find(workspace.id(), id)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-import",
                    "There is no import " + id + " in this workspace; correct the address."));
  }

  /** Imports of the workspace, the last first, that began before that one. */
  List<ImportJob> before(Workspace workspace, long id, int limit) {
    return jobs.before(workspace.id(), id, limit);
  }

  /** Ends the import before its next batch; what is imported by then stays. */
  @Transactional
  ImportJob cancel(Workspace workspace, long id) {
    jobs.requestCancel(get(workspace, id));
    return get(workspace, id);
  }

  @Transactional(readOnly = true)
  public void errors(ImportJob job, Consumer<ImportError> action) {
    jobs.errors(job, action);
  }
}
