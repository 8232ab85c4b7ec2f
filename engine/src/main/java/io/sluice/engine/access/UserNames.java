package io.sluice.engine.access;

import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;

/** What a user can be called. */
final class UserNames {
  private static final int LENGTH = 100;

  private UserNames() {}

  /**
   * The name in lower case.
   *
   * @throws Problem 400 if nobody can be called so
   */
  static String checked(String field, String name) {
    InputText.line(field, InputText.key(field, name), LENGTH);
    // HTTP Basic sends name and password with a colon between them.
    if (name.contains(":") || name.contains("/") || name.contains("\\")) {
      throw Problem.badField("bad-text", field, "A name holds none of ':', '/' and '\\'.");
    }
    return Users.lower(name);
  }
}
