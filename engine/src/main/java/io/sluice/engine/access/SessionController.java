package io.sluice.engine.access;

import io.sluice.engine.web.Caller;
import io.sluice.engine.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logs browsers in and out. */
@RestController
@RequestMapping("/api/session")
class SessionController {
  private final Login login;
  private final Users users;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Optional<LoginHint> hint;

  SessionController(
      Login login, Users users, Sessions sessions, Passwords passwords, Optional<LoginHint> hint) {
    this.login = login;
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.hint = hint;
  }

  @Operation(
      summary = "Who is logged in, and what they may do",
      description =
          "Gives the cookie XSRF-TOKEN, which changes by a session repeat in the header"
              + " X-XSRF-TOKEN. Without 'user' nobody is logged in.")
  @GetMapping
  SessionView get(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      // Asking for it makes the cookie.
      token.getToken();
    }
    return Caller.of(request)
        .name()
        .flatMap(users::find)
        .map(this::view)
        .orElseGet(
            () ->
                new SessionView(
                    login.isRequired(),
                    login.isRequired() && users.isEmpty(),
                    null,
                    null,
                    null,
                    hint.map(LoginHint::names).orElse(List.of())));
  }

  @Operation(summary = "Logs in: the answer sets the cookie of a session")
  @PostMapping
  SessionView logIn(
      @RequestBody NameAndPassword body, HttpServletRequest request, HttpServletResponse response) {
    if (!login.isRequired()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "no-login",
          "This server asks for no login (sluice.access.login is none); go on without.");
    }
    User user =
        passwords.check(
            required("/name", body.name()),
            required("/password", body.password()),
            request.getRemoteAddr());
    SessionCookie.in(request).ifPresent(sessions::end);
    SessionCookie.give(request, response, sessions.begin(user.name()));
    get(request);
    return view(user);
  }

  @Operation(summary = "Logs out")
  @DeleteMapping
  void logOut(HttpServletRequest request, HttpServletResponse response) {
    SessionCookie.in(request).ifPresent(sessions::end);
    SessionCookie.take(request, response);
    response.setStatus(HttpStatus.NO_CONTENT.value());
  }

  @Operation(
      summary = "Gives oneself another password",
      description = "Whoever is logged in by the old one is not any more, but for the caller.")
  @PutMapping("/password")
  SessionView change(
      @RequestBody NewPassword body, HttpServletRequest request, HttpServletResponse response) {
    String name = Caller.of(request).name().orElseThrow(Refusals::loginNeeded);
    User user = passwords.check(name, required("/old", body.old()), request.getRemoteAddr());
    users.setPassword(name, Passwords.fit("/new", body.fresh(), name));
    SessionCookie.give(request, response, sessions.begin(name));
    return view(user);
  }

  private SessionView view(User user) {
    return new SessionView(
        login.isRequired(), false, user.name(), user.administrator(), user.roles(), List.of());
  }

  private static String required(String field, String text) {
    if (text == null || text.isEmpty()) {
      throw Problem.badField("no-text", field, "Fill in '" + field.substring(1) + "'.");
    }
    return text;
  }

  /**
   * @param login whether the server asks for a login
   * @param setup whether the first user is still to be made, at /setup
   * @param user who is logged in; left out if nobody is
   * @param roles by the key of the workspace
   * @param tryOut users to try things out with, whose name is their password
   */
  record SessionView(
      boolean login,
      boolean setup,
      String user,
      Boolean administrator,
      Map<String, Set<Role>> roles,
      List<String> tryOut) {}

  record NameAndPassword(String name, String password) {}

  record NewPassword(
      String old, @com.fasterxml.jackson.annotation.JsonProperty("new") String fresh) {}
}
