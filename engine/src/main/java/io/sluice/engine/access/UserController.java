package io.sluice.engine.access;

import io.sluice.engine.web.Caller;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The users of a workspace, kept by its admins. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/users")
class UserController {
  private final Users users;

  UserController(Users users) {
    this.users = users;
  }

  @Operation(summary = "Who has a role in the workspace, and the administrators of the server")
  @GetMapping
  List<UserView> list(@PathVariable Workspace workspace) {
    return users.of(workspace.id()).stream().map(user -> UserView.of(user, workspace)).toList();
  }

  @Operation(
      summary = "Makes a user, or changes one: roles here, password, disabled",
      description =
          "What is left out stays. Somebody who has a role in another workspace too keeps the"
              + " password, unless the caller is an admin there as well. A disabled user, or one"
              + " with a new password, is logged out at once. With `If-None-Match: *` it makes a"
              + " user, and changes none who is there.")
  @PutMapping("/{name}")
  @Transactional
  public ResponseEntity<UserView> put(
      @PathVariable Workspace workspace,
      @PathVariable("name") String given,
      @RequestBody Change body,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) String onlyNew,
      HttpServletRequest request) {
    String name = UserNames.checked("name", given);
    Caller caller = Caller.of(request);
    Optional<User> known = users.find(name);
    if (known.isPresent() && "*".equals(onlyNew)) {
      throw new Problem(
          HttpStatus.PRECONDITION_FAILED,
          "user-exists",
          "name",
          "There is a user %s already; give another name, or change that user.".formatted(name));
    }
    if (known.isEmpty()) {
      users.create(name, Passwords.fit("/password", body.password(), name), false);
    } else {
      change(known.get(), body, caller);
    }
    if (body.disabled() != null && body.disabled() != known.map(User::disabled).orElse(false)) {
      users.setDisabled(name, body.disabled());
    }
    if (body.roles() != null) {
      refuseOwn(name, caller, !body.roles().contains(Role.ADMIN) && !isAdministrator(known));
      users.assign(workspace.id(), name, body.roles());
    }
    return ResponseEntity.status(known.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(UserView.of(users.find(name).orElseThrow(), workspace));
  }

  private void change(User user, Change body, Caller caller) {
    if (body.password() == null && body.disabled() == null) {
      return;
    }
    boolean isOverAll =
        user.administrator()
            ? caller.has("")
            : user.roles().keySet().stream().allMatch(place -> caller.has(place));
    if (!isOverAll) {
      throw new Problem(
          HttpStatus.FORBIDDEN,
          "user-of-others",
          "%s has roles outside your workspaces; an admin of all of them can do this."
              .formatted(user.name()));
    }
    refuseOwn(user.name(), caller, Boolean.TRUE.equals(body.disabled()));
    if (body.password() != null) {
      users.setPassword(user.name(), Passwords.fit("/password", body.password(), user.name()));
    }
  }

  private static void refuseOwn(String name, Caller caller, boolean locksOut) {
    if (locksOut && caller.name().filter(name::equals).isPresent()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "own-access",
          "This would lock yourself out; ask another admin to do it.");
    }
  }

  private static boolean isAdministrator(Optional<User> known) {
    return known.filter(User::administrator).isPresent();
  }

  /** What is to change; what is left out stays. */
  record Change(Set<Role> roles, String password, Boolean disabled) {}

  record UserView(String name, Set<Role> roles, boolean administrator, boolean disabled) {
    static UserView of(User user, Workspace workspace) {
      return new UserView(
          user.name(),
          user.roles().getOrDefault(workspace.key(), Set.of()),
          user.administrator(),
          user.disabled());
    }
  }
}
