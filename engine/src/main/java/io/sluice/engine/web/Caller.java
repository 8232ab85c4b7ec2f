package io.sluice.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** Who sent a request, where the server asks for a login. */
public final class Caller {
  private final HttpServletRequest request;

  private Caller(HttpServletRequest request) {
    this.request = request;
  }

  /** The one who sent the request. */
  public static Caller of(HttpServletRequest request) {
    return new Caller(request);
  }

  /** The name of the user; empty where the server asks for no login. */
  public Optional<String> name() {
    return Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName);
  }

  /**
   * Whether the caller has one of these roles in a workspace, or the larger one of an admin. True
   * where the server asks for no login.
   */
  public boolean has(String workspace, String... roles) {
    return name().isEmpty()
        || request.isUserInRole("administrator")
        || Stream.concat(Stream.of("admin"), Stream.of(roles))
            .anyMatch(role -> request.isUserInRole(role + "@" + workspace));
  }

  /** Whether the caller has any role in a workspace. */
  public boolean sees(String workspace) {
    return has(workspace, "viewer", "marketer", "approver");
  }

  /**
   * The name to keep with what the caller does: that of the user, or what was said where the server
   * asks for no login.
   *
   * @param said the name in the body; may be null for a user who is logged in
   * @throws Problem 400 if a name is missing, or is not that of the user
   */
  public String author(String field, String said, int maxLength) {
    if (name().isEmpty()) {
      return InputText.line(field, said, maxLength);
    }
    String name = name().get();
    if (said != null && !said.equals(name)) {
      throw Problem.badField(
          "other-name",
          field,
          "You are logged in as %s and cannot decide for somebody else; leave '%s' out."
              .formatted(name, field));
    }
    return name;
  }

  /**
   * Makes sure of a role.
   *
   * @throws Problem 403 that says which role it takes
   */
  public void require(String workspace, String... roles) {
    if (!has(workspace, roles)) {
      throw missing(workspace, roles);
    }
  }

  /** Says which role it takes. */
  public static Problem missing(String workspace, String... roles) {
    return new Problem(
        HttpStatus.FORBIDDEN,
        "role-missing",
        "This takes the role %s in workspace '%s'; ask an admin of the workspace for it."
            .formatted(String.join(" or ", roles), workspace));
  }
}
