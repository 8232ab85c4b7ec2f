package io.sluice.samples.benchmark;

import com.sun.net.httpserver.HttpServer;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.delivery.gateway.OpenGateway;
import io.sluice.engine.delivery.gateway.OutboundMessage;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.RunStarter;
import io.sluice.engine.run.RunState;
import io.sluice.engine.run.Runs;
import io.sluice.engine.run.StartOptions;
import io.sluice.engine.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;

/**
 * (f) messages per second to the sandbox against bare COPY of the same ledger rows, (g) against
 * plain Camunda that calls the same sandbox, (h) to an HTTP gateway against a bare client loop.
 */
final class MessageRates {
  private static final String PLAIN_TEXT = "New things are in. Come and see.";
  private static final String PERSONAL_TEXT =
      "Hello {{ member.name }} in {{ member.city }}, level {{ member.level }}: new things are in.";
  private static final int LATENCY_MILLIS = 5;
  private static final int CALLS = 64;

  private final Bench bench;

  MessageRates(Bench bench) {
    this.bench = bench;
  }

  void measure(Sizes sizes, Table table) {
    Workspace workspace = bench.workspace(sizes.people());
    double without = againstCopy(workspace, "no placeholders", PLAIN_TEXT, ">= 0.25", table);
    againstCopy(workspace, "three placeholders", PERSONAL_TEXT, ">= 0.10", table);
    double plain = new PlainCamunda(bench).messagesPerSecond(sizes.plain(), sandbox(workspace));
    table.add(
        new Table.Line(
            "(g)",
            "sms to the sandbox, %,d people".formatted(sizes.people()),
            Table.perSecond(without),
            Table.perSecond(plain) + ", plain Camunda and the same sandbox",
            without / plain,
            ">= 300"));
    overHttp(bench.workspace(sizes.http()), table);
  }

  private double againstCopy(
      Workspace workspace, String what, String text, String aim, Table table) {
    save(workspace, text);
    long start = System.nanoTime();
    Run run = run(workspace);
    double seconds = (System.nanoTime() - start) / 1e9;
    int sent = rows(workspace, run);
    double copied = copyRate(workspace, run, sent);
    clear(workspace);
    table.add(
        new Table.Line(
            "(f)",
            "sms to the sandbox, %s, %,d messages".formatted(what, sent),
            Table.perSecond(sent / seconds),
            Table.perSecond(copied) + ", bare COPY of the same ledger rows",
            sent / seconds / copied,
            aim));
    return sent / seconds;
  }

  private void save(Workspace workspace, String text) {
    String file =
        new Canvases()
            .node("target", "target-group", "{\"who\":\"everyone\"}")
            .node(
                "sms",
                "sms",
                "{\"purpose\":\"service\",\"text\":\"%s\",\"signature\":\"[Shop]\"}"
                    .formatted(text))
            .arrow("target", "sms")
            .file();
    bench.get(Campaigns.class).save(workspace.id(), "messages", "Messages", file, Optional.empty());
  }

  private Run run(Workspace workspace) {
    Run run = bench.get(RunStarter.class).start(workspace, "messages", StartOptions.now());
    Runs runs = bench.get(Runs.class);
    while (runs.require(workspace, run.id()).state() != RunState.FINISHED) {
      LockSupport.parkNanos(1_000_000);
    }
    return run;
  }

  private int rows(Workspace workspace, Run run) {
    return bench
        .get(DSLContext.class)
        .fetchSingle(
            "select count(*) from message where workspace_id = ? and run_id = ? and outcome = 'accepted'",
            workspace.id().value(),
            run.id())
        .get(0, Integer.class);
  }

  /** The same rows into a table with the same indexes, by one COPY. */
  private double copyRate(Workspace workspace, Run run, int rows) {
    return bench.copyRate(
        "select * from message where workspace_id = %d and run_id = %d"
            .formatted(workspace.id().value(), run.id()),
        "message",
        rows);
  }

  private void clear(Workspace workspace) {
    DSLContext db = bench.get(DSLContext.class);
    db.execute("delete from message where workspace_id = ?", workspace.id().value());
    db.execute("truncate sandbox_message");
    db.execute("vacuum analyze message");
  }

  private PlainCamunda.Sender sandbox(Workspace workspace) {
    OpenGateway gateway = bench.get(Gateways.class).forChannel(workspace.id(), "sms");
    return member ->
        gateway.send(
            java.util.List.of(
                new OutboundMessage(
                    new EffectKey(workspace.id(), 0, "plain", member, 1),
                    "138" + (10_000_000 + member),
                    Map.of("text", "[Shop]" + PLAIN_TEXT),
                    1)));
  }

  private void overHttp(Workspace workspace, Table table) {
    try (Receiver receiver = new Receiver()) {
      bench.gateway(workspace, receiver.url(), CALLS);
      save(workspace, PLAIN_TEXT);
      long start = System.nanoTime();
      Run run = run(workspace);
      double seconds = (System.nanoTime() - start) / 1e9;
      int sent = rows(workspace, run);
      double bare = bareLoop(receiver.url(), sent);
      table.add(
          new Table.Line(
              "(h)",
              "sms by HTTP, %,d messages, %d calls at once".formatted(sent, CALLS),
              Table.perSecond(sent / seconds),
              Table.perSecond(bare) + ", bare HTTP client loop",
              sent / seconds / bare,
              ">= 0.7"));
    }
  }

  private static double bareLoop(String url, int messages) {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ExecutorService callers = Executors.newFixedThreadPool(CALLS);
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      callers.execute(
          () -> {
            for (int n = next.getAndIncrement(); n < messages; n = next.getAndIncrement()) {
              post(http, url, n);
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

  private static void post(HttpClient http, String url, int n) {
    try {
      http.send(
          HttpRequest.newBuilder(URI.create(url))
              .header("Content-Type", "application/json")
              .header("Idempotency-Key", "bare-" + n)
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"to\":\"138%d\",\"text\":\"[Shop]%s\"}".formatted(n, PLAIN_TEXT)))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An HTTP gateway that takes everything after a while. */
  private static final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLS);

    Receiver() {
      try {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      byte[] answer = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
      server.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LATENCY_MILLIS));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      server.setExecutor(threads);
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdownNow();
    }
  }
}
