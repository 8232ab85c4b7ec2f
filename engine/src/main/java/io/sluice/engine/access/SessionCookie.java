package io.sluice.engine.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie by which a browser shows its session. */
final class SessionCookie {
  static final String NAME = "SLUICE_SESSION";

  private SessionCookie() {}

  static Optional<String> in(HttpServletRequest request) {
    return request.getCookies() == null
        ? Optional.empty()
        : Arrays.stream(request.getCookies())
            .filter(cookie -> cookie.getName().equals(NAME))
            .map(Cookie::getValue)
            .findFirst();
  }

  static void give(HttpServletRequest request, HttpServletResponse response, String token) {
    send(request, response, token, Sessions.LONGEST);
  }

  static void take(HttpServletRequest request, HttpServletResponse response) {
    send(request, response, "", Duration.ZERO);
  }

  private static void send(
      HttpServletRequest request, HttpServletResponse response, String token, Duration age) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, token)
            .httpOnly(true)
            .sameSite("Strict")
            .secure(request.isSecure())
            .path("/")
            .maxAge(age)
            .build()
            .toString());
  }
}
