package io.sluice.samples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** The API of the running server, for what any client could do as well. */
final class DemoApi {
  private final RestClient client;

  private DemoApi(RestClient client) {
    this.client = client;
  }

  static DemoApi of(String server, String workspace, String password) {
    return new DemoApi(
        RestClient.builder()
            .baseUrl(server + "/api/workspaces/" + workspace + "/")
            .defaultHeaders(headers -> headers.setBasicAuth(DemoUsers.LOADER, password))
            .build());
  }

  boolean has(String path) {
    return client
        .get()
        .uri(path)
        .exchange((request, response) -> response.getStatusCode().is2xxSuccessful());
  }

  /** The keys of everything in a list. */
  Set<String> keys(String path) {
    JsonNode list = client.get().uri(path).retrieve().body(JsonNode.class);
    Set<String> keys = new HashSet<>();
    list.forEach(one -> keys.add(one.path("key").asText()));
    return keys;
  }

  /** The body is JSON, or what becomes JSON. */
  void put(String path, Object body) {
    client
        .put()
        .uri(path)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .toBodilessEntity();
  }

  /** The key makes a repeated call do nothing, where the address knows of it. */
  void post(String path, String key, Map<String, ?> body) {
    client
        .post()
        .uri(path)
        .header("Idempotency-Key", key)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body)
        .retrieve()
        .toBodilessEntity();
  }
}
