package io.sluice.engine.access;

import static io.sluice.engine.access.AccessTables.*;

import io.sluice.engine.workspace.WorkspaceId;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The users and their roles. */
@Repository
public class Users {
  private final DSLContext db;
  private final PasswordEncoder passwords;
  private final Clock clock;

  Users(DSLContext db, PasswordEncoder passwords, Clock clock) {
    this.db = db;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Whether nobody can log in yet. */
  public boolean isEmpty() {
    return !db.fetchExists(USER);
  }

  /** Makes a user without roles; the name is kept in lower case. */
  @Transactional
  public void create(String name, String password, boolean administrator) {
    db.insertInto(USER)
        .set(NAME, lower(name))
        .set(PASSWORD, passwords.encode(password))
        .set(ADMINISTRATOR, administrator)
        .set(DISABLED, false)
        .set(CREATED, clock.instant())
        .execute();
  }

  /** Gives a user these roles in a workspace, and no others. */
  @Transactional
  public void assign(WorkspaceId workspace, String name, Set<Role> roles) {
    db.deleteFrom(USER_ROLE)
        .where(ROLE_WORKSPACE.eq(workspace.value()), ROLE_USER.eq(lower(name)))
        .execute();
    for (Role role : roles) {
      db.insertInto(USER_ROLE, ROLE_WORKSPACE, ROLE_USER, ROLE)
          .values(workspace.value(), lower(name), role.key())
          .execute();
    }
  }

  /** Takes a user away altogether, who is logged out at once. */
  @Transactional
  public void delete(String name) {
    logOut(name);
    db.deleteFrom(USER_ROLE).where(ROLE_USER.eq(lower(name))).execute();
    db.deleteFrom(USER).where(NAME.eq(lower(name))).execute();
  }

  /** Gives a user another password; whoever is logged in by the old one is not any more. */
  @Transactional
  void setPassword(String name, String password) {
    logOut(name);
    db.update(USER).set(PASSWORD, passwords.encode(password)).where(NAME.eq(lower(name))).execute();
  }

  /** Closes or opens the server for a user, who is logged out at once. */
  @Transactional
  void setDisabled(String name, boolean disabled) {
    if (disabled) {
      logOut(name);
    }
    db.update(USER).set(DISABLED, disabled).where(NAME.eq(lower(name))).execute();
  }

  private void logOut(String name) {
    db.deleteFrom(SESSION).where(SESSION_USER.eq(lower(name))).execute();
  }

  /** The user of that name, in whatever case it is written. */
  Optional<User> find(String name) {
    return db.select(NAME, PASSWORD, ADMINISTRATOR, DISABLED)
        .from(USER)
        .where(NAME.eq(lower(name)))
        .fetchOptional(this::user);
  }

  /** Those who have a role in a workspace, and the administrators, by name. */
  List<User> of(WorkspaceId workspace) {
    return db.select(NAME, PASSWORD, ADMINISTRATOR, DISABLED)
        .from(USER)
        .where(
            ADMINISTRATOR
                .isTrue()
                .or(
                    NAME.in(
                        db.select(ROLE_USER)
                            .from(USER_ROLE)
                            .where(ROLE_WORKSPACE.eq(workspace.value())))))
        .orderBy(NAME)
        .fetch(this::user);
  }

  private User user(Record row) {
    return new User(
        row.get(NAME),
        row.get(PASSWORD),
        row.get(ADMINISTRATOR),
        row.get(DISABLED),
        roles(row.get(NAME)));
  }

  private Map<String, Set<Role>> roles(String name) {
    Map<String, Set<Role>> roles = new TreeMap<>();
    db.select(WORKSPACE_KEY, ROLE)
        .from(USER_ROLE)
        .join(WORKSPACE)
        .on(WORKSPACE_ID.eq(ROLE_WORKSPACE))
        .where(ROLE_USER.eq(name))
        .forEach(
            row ->
                roles
                    .computeIfAbsent(row.value1(), key -> EnumSet.noneOf(Role.class))
                    .add(Role.of(row.value2())));
    return roles;
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
