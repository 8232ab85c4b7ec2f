package io.sluice.engine.storage;

import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcSQLNonTransientConnectionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says plainly that the database file is in use, instead of a page of stack traces. */
class SecondServerAnalyzer extends AbstractFailureAnalyzer<JdbcSQLNonTransientConnectionException> {
  @Override
  protected FailureAnalysis analyze(
      Throwable rootFailure, JdbcSQLNonTransientConnectionException cause) {
    if (cause.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
      return null;
    }
    return new FailureAnalysis(
        "Another process has the database file open: " + cause.getOriginalMessage(),
        "Stop the other server, point spring.datasource.url at another file, or use PostgreSQL,"
            + " which several servers can share.",
        cause);
  }
}
