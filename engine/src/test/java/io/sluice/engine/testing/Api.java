package io.sluice.engine.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Speaks to a server under test as any client would. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  /** A client of the server at a port of this machine. */
  public Api(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** An answer. */
  public record Answer(int status, String contentType, String location, String text) {
    /** The body as JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(text, e);
      }
    }

    /** The code of the problem that the body holds. */
    public String code() {
      return json().path("code").asText();
    }
  }

  /** A key as it stands in an address. */
  public static String encode(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** GET. */
  public Answer get(String path) {
    return send("GET", path, null, BodyPublishers.noBody());
  }

  /** PUT of a JSON text. */
  public Answer put(String path, String json) {
    return send("PUT", path, "application/json", BodyPublishers.ofString(json));
  }

  /** POST of a JSON text. */
  public Answer post(String path, String json) {
    return send("POST", path, "application/json", BodyPublishers.ofString(json));
  }

  /** DELETE. */
  public Answer delete(String path) {
    return send("DELETE", path, null, BodyPublishers.noBody());
  }

  /** Any request; {@code contentType} may be null. */
  public Answer send(String method, String path, String contentType, BodyPublisher body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    try {
      HttpResponse<String> response =
          http.send(request.method(method, body).build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.headers().firstValue("Location").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
