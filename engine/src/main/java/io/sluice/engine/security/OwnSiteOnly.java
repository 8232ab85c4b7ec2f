package io.sluice.engine.security;

import io.sluice.engine.web.Pages;
import io.sluice.engine.web.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses what other web sites make a browser send. Where the server listens on loopback, a page
 * from anywhere could reach it through a browser on that machine: by a name that it lets point here
 * (DNS rebinding), which shows in the Host header, or by a request across sites, which shows in the
 * Origin header.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnSiteOnly extends OncePerRequestFilter {
  /** What people and gateways call from anywhere: each request carries a secret of ours. */
  private static final List<String> SIGNED =
      Stream.concat(Pages.PATHS.stream(), Stream.of("/callbacks/")).toList();

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Set<String> hosts;
  private final Set<String> origins;
  private final HandlerExceptionResolver problems;

  OwnSiteOnly(
      @Value("${sluice.security.hosts:}") Set<String> hosts,
      @Value("${sluice.security.origins:}") Set<String> origins,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.hosts = hosts;
    this.origins = origins;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isOwnHost(request.getServerName())) {
      refuse(
          request,
          response,
          "foreign-host",
          "This server answers to localhost only. To reach it by another name, list the name in"
              + " the property sluice.security.hosts.");
    } else if (!READING.contains(request.getMethod()) && !isOwnOrigin(request)) {
      refuse(
          request,
          response,
          "foreign-origin",
          "A page of another site sent this request. If that site is yours, list its origin in the"
              + " property sluice.security.origins.");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** By the address as it was sent and as it is understood, which dots could make differ. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return SIGNED.stream()
        .anyMatch(
            path ->
                request.getRequestURI().startsWith(path)
                    && request.getServletPath().startsWith(path));
  }

  private boolean isOwnHost(String name) {
    String host = name.toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.equals("::1")
        || host.equals("[0:0:0:0:0:0:0:1]")
        || host.matches("127(\\.[0-9]{1,3}){3}")
        || hosts.contains(host);
  }

  /** Programs other than browsers send no Origin; a page of ours has the host we were called by. */
  private boolean isOwnOrigin(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null || origins.contains(origin)) {
      return true;
    }
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, String code, String message) {
    problems.resolveException(
        request, response, null, new Problem(HttpStatus.FORBIDDEN, code, message));
  }
}
