package io.sluice.engine.importing;

import io.sluice.engine.importing.ImportJob.Progress;
import io.sluice.engine.importing.ImportJob.State;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspaces;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports files one after the other, some thousand rows a transaction, in which the progress is
 * written too: a server that was killed goes on where the last transaction ended.
 */
@Component
class ImportRunner {
  private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
  private static final int ROWS_AT_ONCE = 5000;
  private static final int MOST_ATTEMPTS = 5;

  private final ImportJobs jobs;
  private final Spool spool;
  private final Workspaces workspaces;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Map<String, ImportKind> kinds;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "import"));
  private volatile boolean stopping;

  ImportRunner(
      ImportJobs jobs,
      Spool spool,
      Workspaces workspaces,
      TransactionTemplate transaction,
      Clock clock,
      List<ImportKind> kinds) {
    this.jobs = jobs;
    this.spool = spool;
    this.workspaces = workspaces;
    this.transaction = transaction;
    this.clock = clock;
    this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::key, Function.identity()));
  }

  /** Goes on with what was open when the server stopped. */
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    for (ImportJob job : jobs.open(spool.id())) {
      if (Files.exists(file(job))) {
        submit(job);
      } else {
        jobs.finish(
            job,
            State.INTERRUPTED,
            "The server stopped and the file is gone. Import it again: the rows that were imported"
                + " already stay as they are.",
            clock.instant());
      }
    }
  }

  /** Imports the file of a job in its turn. */
  void submit(ImportJob job) {
    worker.submit(() -> run(job));
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    worker.shutdown();
    worker.awaitTermination(20, TimeUnit.SECONDS);
  }

  private void run(ImportJob job) {
    if (stopping) {
      return;
    }
    try (CsvReader reader = open(job)) {
      RowWriter writer =
          kinds
              .get(job.kind())
              .open(
                  workspaces.get(job.workspace()),
                  reader.next().row().values(),
                  job.options(),
                  job.startedAt());
      takeAgain(reader, writer, job.progress().lastLine());
      copy(job, reader, writer);
    } catch (Problem e) {
      end(job, State.FAILED, e.getMessage());
    } catch (IOException | RuntimeException e) {
      LOG.error("Import {} of workspace {} failed", job.id(), job.workspace().value(), e);
      end(
          job,
          State.FAILED,
          "The import stopped at an error that the server's log tells. The rows that were imported"
              + " stay; once the cause is gone, import the file again.");
    }
  }

  /** Lets the writer see again what was written before a restart. */
  private void takeAgain(CsvReader reader, RowWriter writer, long lastLine) throws IOException {
    CsvChunk chunk = CsvChunk.upTo(reader, ROWS_AT_ONCE, lastLine);
    while (!chunk.isEmpty()) {
      writer.take(chunk.rows());
      chunk = CsvChunk.upTo(reader, ROWS_AT_ONCE, lastLine);
    }
  }

  private void copy(ImportJob job, CsvReader reader, RowWriter writer) throws IOException {
    Progress progress = job.progress();
    while (!stopping) {
      CsvChunk chunk = CsvChunk.of(reader, ROWS_AT_ONCE);
      if (chunk.isEmpty()) {
        end(job, State.DONE, null);
        return;
      }
      RowWriter.Batch batch = writer.take(chunk.rows());
      Optional<Progress> next = write(job, progress, chunk, batch);
      if (next.isEmpty()) {
        return;
      }
      progress = next.get();
    }
  }

  private Optional<Progress> write(
      ImportJob job, Progress from, CsvChunk chunk, RowWriter.Batch batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        return transaction.execute(status -> writeOnce(job, from, chunk, batch));
      } catch (TransientDataAccessException e) {
        // Somebody held a lock too long; the batch was rolled back as a whole.
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Empty where the import ended: it was cancelled, or another server has taken it on. */
  private Optional<Progress> writeOnce(
      ImportJob job, Progress from, CsvChunk chunk, RowWriter.Batch batch) {
    ImportJob now = jobs.lock(job);
    if (now.cancelRequested()) {
      end(job, State.CANCELLED, "Cancelled. The rows that were imported by then stay.");
      return Optional.empty();
    }
    if (!now.state().isOpen() || now.progress().lastLine() != from.lastLine()) {
      return Optional.empty();
    }
    RowWriter.Result result = batch.write();
    List<ImportError> errors = new ArrayList<>(chunk.unreadable());
    errors.addAll(result.errors());
    errors.sort(Comparator.comparingLong(ImportError::line));
    jobs.keep(job, errors);
    Progress to = from.plus(chunk, result);
    jobs.advance(job, to);
    return Optional.of(to);
  }

  private CsvReader open(ImportJob job) throws IOException {
    return CsvReader.open(file(job), job.options());
  }

  private Path file(ImportJob job) {
    return spool.path(job.workspace().value(), job.id());
  }

  private void end(ImportJob job, State state, String message) {
    jobs.finish(job, state, message, clock.instant());
    spool.delete(file(job));
  }
}
