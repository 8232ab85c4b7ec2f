package io.sluice.engine.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Tells Spring Security whose session a request shows. */
final class SessionContext implements SecurityContextRepository {
  private final Sessions sessions;

  SessionContext(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  /** Sessions begin and end in the controller only. */
  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return SessionCookie.in(request).isPresent();
  }

  private SecurityContext load(HttpServletRequest request) {
    return SessionCookie.in(request)
        .flatMap(sessions::find)
        .map(user -> new SecurityContextImpl(new LoggedIn(user)))
        .orElseGet(SecurityContextImpl::new);
  }

  /** Reads the session when somebody asks who it is, which public pages never do. */
  private final class Deferred implements DeferredSecurityContext {
    private final HttpServletRequest request;
    private SecurityContext context;

    Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (context == null) {
        context = load(request);
      }
      return context;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
