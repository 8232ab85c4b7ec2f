package io.sluice.engine.kill;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The other side of an HTTP gateway: takes messages, is broken for a moment now and then (503, not
 * taken), and now and then takes a message without answering.
 */
final class ReceivingGateway implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double UNAVAILABLE = 0.02;
  private static final double LOST_ANSWERS = 0.01;
  private static final int LATENCY_MILLIS = 5;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(64);
  private final boolean deduplicates;
  private final Random random;
  private final Map<String, Integer> received = new ConcurrentHashMap<>();
  private final AtomicInteger lostAnswers = new AtomicInteger();
  private final AtomicInteger total = new AtomicInteger();

  /**
   * @param deduplicates whether it recognises a key that it has seen
   */
  ReceivingGateway(boolean deduplicates, long seed) {
    this.deduplicates = deduplicates;
    this.random = new Random(seed);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/messages";
  }

  /** How often each person was messaged, by address. */
  Map<String, Integer> copies() {
    Map<String, Integer> copies = new TreeMap<>();
    received.forEach((key, times) -> copies.merge(key.split("#")[0], times, Integer::sum));
    return copies;
  }

  /** Waits until so many messages were received in all. */
  void awaitReceived(int messages) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> total() >= messages);
  }

  int total() {
    return total.get();
  }

  int lostAnswers() {
    return lostAnswers.get();
  }

  private void take(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    pause();
    double luck;
    synchronized (random) {
      luck = random.nextDouble();
    }
    if (luck < UNAVAILABLE) {
      answer(exchange, 503, "{}");
      return;
    }
    String to = body.path("to").asText();
    if (deduplicates) {
      if (received.putIfAbsent(to + "#" + key, 1) == null) {
        total.incrementAndGet();
      }
    } else {
      received.merge(to + "#" + key, 1, Integer::sum);
      total.incrementAndGet();
    }
    if (luck < UNAVAILABLE + LOST_ANSWERS) {
      lostAnswers.incrementAndGet();
      exchange.close();
      return;
    }
    answer(exchange, 200, "{\"id\":\"g-" + to + "\"}");
  }

  private static void pause() {
    try {
      Thread.sleep(LATENCY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
