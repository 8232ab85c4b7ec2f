package io.sluice.engine.access;

import io.sluice.engine.web.Caller;
import io.sluice.engine.web.Problem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets through what the caller's roles allow. Looks at what Spring found the request to be about,
 * and not at the address itself, so that both can have no two opinions of it.
 */
final class RoleCheck implements HandlerInterceptor {
  /** Whoever asks these is about to log in, or out. */
  private static final Set<String> OPEN =
      Set.of("/api/session", "/api/session/password", "/api/setup");

  /** Without a workspace: whoever is logged in may ask, only administrators change. */
  private static final Set<String> ASKING = Set.of("POST /api/node-types/ports");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      // The end of an answer that took long; it was let through when it began.
      return true;
    }
    Object matched = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String pattern = matched == null ? "" : matched.toString();
    if (!pattern.startsWith("/api/") || OPEN.contains(pattern)) {
      return true;
    }
    Caller caller = Caller.of(request);
    if (caller.name().isEmpty()) {
      throw Refusals.loginNeeded();
    }
    String workspace = workspace(request);
    String method = request.getMethod();
    if (workspace == null) {
      boolean reading = method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
      if (!reading && !ASKING.contains(method + " " + pattern)) {
        requireAdministrator(request);
      }
      return true;
    }
    String[] roles =
        Permissions.needed(method, pattern).stream().sorted().map(Role::key).toArray(String[]::new);
    if (roles.length == 1 && roles[0].equals(Role.VIEWER.key())) {
      if (!caller.sees(workspace)) {
        throw Caller.missing(workspace, roles);
      }
    } else {
      caller.require(workspace, roles);
    }
    return true;
  }

  private static void requireAdministrator(HttpServletRequest request) {
    if (!request.isUserInRole("administrator")) {
      throw new Problem(
          HttpStatus.FORBIDDEN,
          "administrator-needed",
          "This concerns the whole server; ask one of its administrators.");
    }
  }

  private static String workspace(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map && map.get("workspace") instanceof String key
        ? key
        : null;
  }
}
