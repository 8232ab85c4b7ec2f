package io.sluice.engine.kill;

/** What happens to servers that are seen sending. */
enum Disturbance {
  /** SIGKILL; a new server comes up. */
  KILL,
  /** SIGSTOP for longer than the lease, then SIGCONT; on PostgreSQL others take over meanwhile. */
  HALT,
  /** PostgreSQL is shut down in its mode "fast" and started again. */
  RESTART_DATABASE,
  /** PostgreSQL goes without clearing up, and recovers from its log when it is started again. */
  CRASH_DATABASE
}
