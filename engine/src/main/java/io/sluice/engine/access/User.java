package io.sluice.engine.access;

import java.util.Map;
import java.util.Set;

/**
 * Somebody, or some program, who may log in.
 *
 * @param name unique on the server, in lower case
 * @param password hashed, with the name of the method before it
 * @param administrator whether everything is allowed in all workspaces
 * @param disabled whether there is no way in any more
 * @param roles by the key of the workspace; without workspaces where there is no role
 */
record User(
    String name,
    String password,
    boolean administrator,
    boolean disabled,
    Map<String, Set<Role>> roles) {

  /** Whether the user has a role there, by itself or by a larger one. */
  boolean has(Role role, String workspace) {
    Set<Role> own = roles.getOrDefault(workspace, Set.of());
    return administrator
        || own.contains(role)
        || own.contains(Role.ADMIN)
        || role == Role.VIEWER && !own.isEmpty();
  }
}
