package io.sluice.engine.delivery.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Somebody's HTTP gateway, on this machine, that answers as a test says. */
public final class GatewayDouble implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Function<Request, Answer> script = request -> new Answer(200, "{}");

  /** A request as it came. */
  public record Request(String path, Map<String, List<String>> headers, String text) {
    /** Its body. */
    public JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }
  }

  /** What to answer; status 0 cuts the connection, -1 says nothing until the end of the test. */
  public record Answer(int status, String body) {
    /** Closes the connection. */
    public static final Answer CUT = new Answer(0, "");

    /** Says nothing. */
    public static final Answer HANG = new Answer(-1, "");
  }

  /** Listens on a free port. */
  public GatewayDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "gateway-double");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Where it takes messages. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/messages";
  }

  /** How many requests came. */
  public int calls() {
    return requests.size();
  }

  List<Request> requests() {
    return requests;
  }

  /** Answers by a script from now on. */
  public GatewayDouble answering(Function<Request, Answer> script) {
    this.script = script;
    return this;
  }

  GatewayDouble answering(int status, String body) {
    return answering(request -> new Answer(status, body));
  }

  private void handle(HttpExchange exchange) throws IOException {
    Request request =
        new Request(
            exchange.getRequestURI().getPath(),
            exchange.getRequestHeaders(),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    requests.add(request);
    Answer answer = script.apply(request);
    try (exchange) {
      if (answer.status() < 0) {
        end.await();
      } else if (answer.status() > 0) {
        if (answer.status() / 100 == 3) {
          exchange.getResponseHeaders().set("Location", answer.body());
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
