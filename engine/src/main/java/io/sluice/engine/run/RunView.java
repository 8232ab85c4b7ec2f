package io.sluice.engine.run;

import io.sluice.engine.delivery.sending.Deliveries;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A run as it stands.
 *
 * @param needsAttention whether a node failed for good and waits for a retry, or cannot make its
 *     messages
 * @param overdue the waits that resume asks about
 * @param note what the reader should know: that details were removed
 * @param pausedBy what paused the run, where nobody did: budget, balance or departure
 * @param departures the nodes to which other people came than approved, the first first; about the
 *     last one somebody has still to decide where the run is paused by it
 */
record RunView(
    long id,
    String campaign,
    int version,
    RunState state,
    Instant instant,
    String seed,
    Instant startedAt,
    Instant endedAt,
    boolean needsAttention,
    List<NodeView> nodes,
    List<OverdueView> overdue,
    String pausedBy,
    List<Departure> departures,
    String note) {
  /**
   * A node of the run.
   *
   * @param state pending, waiting, sending, done or failing
   * @param in how many people arrived
   * @param ports how many left by each port
   * @param reasons of a port, how many by reason
   * @param waiting how many wait there each for a time of their own
   * @param releaseAt of a wait, when its people go on; where each has a time of their own, when the
   *     next do
   * @param receipts of a node before which people waited for receipts, how that stands
   * @param sending how far the messages of a node are that is not done with them
   */
  record NodeView(
      String id,
      String name,
      String type,
      String state,
      Integer in,
      Map<String, Integer> ports,
      Map<String, Map<String, Integer>> reasons,
      Instant instant,
      Integer waiting,
      Instant releaseAt,
      FailureView failure,
      ReceiptsView receipts,
      Deliveries.Progress sending) {
    boolean cannotSend() {
      return sending != null
          && sending.troubles().stream().anyMatch(trouble -> trouble.kind().equals("content"));
    }

    NodeView with(Deliveries.Progress progress) {
      return new NodeView(
          id, name, type, state, in, ports, reasons, instant, waiting, releaseAt, failure, receipts,
          progress);
    }
  }

  /** Why a node failed; without {@code nextTry} it waits for a retry. */
  record FailureView(String message, int retriesLeft, Instant nextTry) {}

  /**
   * How waiting for receipts stands.
   *
   * @param pending messages without receipt: while it waits, as far as somebody looked; after that,
   *     those of whom nothing was known when it was over
   * @param until when it ends at the latest
   * @param endedAt when it ended; missing while people wait
   */
  record ReceiptsView(Integer pending, Instant until, Instant endedAt) {}

  /** A wait that came due while the run was paused. */
  record OverdueView(String node, Instant dueAt, int people) {}
}
