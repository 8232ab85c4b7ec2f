package io.sluice.engine.web;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Tells errors that the request brought about from those of the database itself. */
final class DatabaseProblems {
  private DatabaseProblems() {}

  /** By the class of the SQLSTATE: 22 is bad data, 23 a constraint, 40 a lost race. */
  static Optional<Problem> of(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "22" ->
          Optional.of(
              Problem.badField(
                  "value-not-storable",
                  "body",
                  "A value cannot be stored: it is too long, out of range, or holds a NUL"
                      + " character. Correct it."));
      case "23" ->
          Optional.of(
              new Problem(
                  HttpStatus.CONFLICT,
                  "conflict",
                  "This contradicts what is stored already: something of that key exists, or is"
                      + " still in use. Read it again and repeat."));
      case "40" ->
          Optional.of(
              new Problem(
                  HttpStatus.CONFLICT,
                  "changed-meanwhile",
                  "Somebody changed the same thing at the same time. Repeat the request."));
      default -> Optional.empty();
    };
  }
}
