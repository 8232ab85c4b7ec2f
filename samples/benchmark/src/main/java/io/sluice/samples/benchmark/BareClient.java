package io.sluice.samples.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Posts messages in a loop, as many at once as the receiver takes, and keeps no record. */
final class BareClient {
  private BareClient() {}

  static double perSecond(String url, String text, int messages) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ExecutorService callers = Executors.newFixedThreadPool(HttpReceiver.CALLS);
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    for (int i = 0; i < HttpReceiver.CALLS; i++) {
      callers.execute(
          () -> {
            for (int n = next.getAndIncrement(); n < messages; n = next.getAndIncrement()) {
              post(http, url, n, text);
            }
          });
    }
    callers.shutdown();
    try {
      callers.awaitTermination(10, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return messages / ((System.nanoTime() - start) / 1e9);
  }

  private static void post(HttpClient http, String url, int n, String text) {
    try {
      http.send(
          HttpRequest.newBuilder(URI.create(url))
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", "bare-" + n)
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"to\":\"138%d\",\"text\":\"%s\"}".formatted(n, text)))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
