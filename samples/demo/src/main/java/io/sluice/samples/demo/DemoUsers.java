package io.sluice.samples.demo;

import io.sluice.engine.access.LoginHint;
import io.sluice.engine.access.Role;
import io.sluice.engine.access.Users;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;

/** One user for each role, whose name is the password; and one who fills the workspace and goes. */
class DemoUsers {
  private static final List<Role> ROLES =
      List.of(Role.MARKETER, Role.APPROVER, Role.ADMIN, Role.VIEWER);

  /** Who fills the workspace. */
  static final String LOADER = "demo-loader";

  private final Users users;

  DemoUsers(Users users) {
    this.users = users;
  }

  @Bean
  static LoginHint loginHint() {
    return new LoginHint(ROLES.stream().map(DemoUsers::name).toList());
  }

  /** At the first start only: who was changed or taken away since stays so. */
  void addWhereNoneIs(WorkspaceId workspace) {
    if (users.isEmpty()) {
      for (Role role : ROLES) {
        users.create(name(role), name(role), role == Role.ADMIN);
        users.assign(workspace, name(role), Set.of(role));
      }
    }
  }

  /** Does something over the API as a user who is there just as long. */
  void asLoader(Consumer<String> work) {
    String password = UUID.randomUUID().toString();
    // One may be left of a start that was killed.
    users.delete(LOADER);
    users.create(LOADER, password, true);
    try {
      work.accept(password);
    } finally {
      users.delete(LOADER);
    }
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
