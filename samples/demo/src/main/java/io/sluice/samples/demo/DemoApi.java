package io.sluice.samples.demo;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** The API of the running server, for what any client could do as well. */
final class DemoApi {
  private final RestClient client;

  private DemoApi(RestClient client) {
    this.client = client;
  }

  static DemoApi of(String server, String workspace) {
    return new DemoApi(RestClient.create(server + "/api/workspaces/" + workspace + "/"));
  }

  boolean has(String path) {
    return client
        .get()
        .uri(path)
        .exchange((request, response) -> response.getStatusCode().is2xxSuccessful());
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
