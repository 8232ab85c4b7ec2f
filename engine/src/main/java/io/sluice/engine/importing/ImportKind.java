package io.sluice.engine.importing;

import io.sluice.engine.workspace.Workspace;
import java.time.Instant;
import java.util.List;

/** A kind of file that can be imported. */
public interface ImportKind {
  /** The name in addresses, such as {@code members}. */
  String key();

  /**
   * Prepares to write the rows of a file.
   *
   * @param header the names of the columns
   * @param startedAt the instant of the import: what has no instant of its own happened then
   * @throws io.sluice.engine.web.Problem if header and options do not fit: with all that is wrong
   */
  RowWriter open(
      Workspace workspace, List<String> header, ImportOptions options, Instant startedAt);
}
