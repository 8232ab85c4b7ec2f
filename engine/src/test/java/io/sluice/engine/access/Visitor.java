package io.sluice.engine.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Calls the server as a browser would, which keeps cookies, or as a program with a password. */
final class Visitor {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final Map<String, String> headers = new TreeMap<>();
  private final String base;
  private boolean repeatsToken = true;

  private Visitor(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  static Visitor browser(int port) {
    Visitor visitor = new Visitor(port);
    visitor.headers.put("Sec-Fetch-Mode", "cors");
    return visitor;
  }

  static Visitor program(int port, String name, String password) {
    Visitor visitor = new Visitor(port);
    String shown = java.util.Base64.getEncoder().encodeToString((name + ":" + password).getBytes());
    visitor.headers.put("Authorization", "Basic " + shown);
    return visitor;
  }

  /** As a page of another site would, which cannot read our cookies. */
  Visitor withoutToken() {
    repeatsToken = false;
    return this;
  }

  HttpResponse<String> logIn(String name, String password) {
    return send(
        "POST", "/api/session", "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
  }

  HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  HttpResponse<String> put(String path, String json) {
    return send("PUT", path, json);
  }

  HttpResponse<String> post(String path, String json) {
    return send("POST", path, json);
  }

  /** With further headers: name, value, name, value … */
  HttpResponse<String> send(String method, String path, String json, String... more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json");
    headers.forEach(request::header);
    if (more.length > 0) {
      request.headers(more);
    }
    if (repeatsToken) {
      cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    }
    try {
      return http.send(
          request
              .method(
                  method,
                  json == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(json.replace('\'', '"')))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  static String code(HttpResponse<String> answer) {
    return json(answer).path("code").asText();
  }

  static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(answer.body(), e);
    }
  }
}
