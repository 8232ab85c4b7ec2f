package io.sluice.engine.importing;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Locale;

/** A file that is being imported, as far as it was committed. */
record ImportJob(
    WorkspaceId workspace,
    long id,
    String kind,
    State state,
    ImportOptions options,
    Instant startedAt,
    Instant finishedAt,
    long bytesTotal,
    Progress progress,
    boolean cancelRequested,
    String message) {

  /** The states of an import. */
  enum State {
    QUEUED,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED,
    /** The server stopped and cannot go on by itself. */
    INTERRUPTED;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean isOpen() {
      return this == QUEUED || this == RUNNING;
    }
  }

  /**
   * How far it is.
   *
   * @param lastLine the physical line on which the last row that was dealt with begins
   */
  record Progress(
      long bytesRead,
      long lastLine,
      long rowsRead,
      long created,
      long updated,
      long unchanged,
      long broken) {
    static final Progress START = new Progress(0, 0, 0, 0, 0, 0, 0);

    Progress plus(CsvChunk chunk, RowWriter.Result result) {
      int good = result.created() + result.updated() + result.unchanged();
      return new Progress(
          chunk.bytesRead(),
          chunk.lastLine(),
          rowsRead + chunk.size(),
          created + result.created(),
          updated + result.updated(),
          unchanged + result.unchanged(),
          broken + chunk.size() - good);
    }
  }
}
