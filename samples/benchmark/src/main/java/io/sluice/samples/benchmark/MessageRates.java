package io.sluice.samples.benchmark;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Bench bench;

  MessageRates(Bench bench) {
    this.bench = bench;
  }

  /** How many messages went out, and how many a second from the start to the end of the run. */
  private record Sent(int messages, double perSecond) {}

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
    againstClient(bench.workspace(sizes.http()), table);
  }

  private double againstCopy(
      Workspace workspace, String what, String text, String aim, Table table) {
    save(workspace, text);
    Rates rates = Rates.median(() -> sendAndCopy(workspace));
    table.add(
        new Table.Line(
            "(f)",
            "sms to the sandbox, %s".formatted(what),
            Table.perSecond(rates.ours()),
            Table.perSecond(rates.theirs()) + ", bare COPY of the same ledger rows",
            rates.ratio(),
            aim));
    return rates.ours();
  }

  private Rates sendAndCopy(Workspace workspace) {
    Sent sent = send(workspace);
    double copied =
        bench.copyRate(
            "select * from message where workspace_id = %d".formatted(workspace.id().value()),
            "message",
            sent.messages());
    clear(workspace);
    return new Rates(sent.perSecond(), copied);
  }

  private void againstClient(Workspace workspace, Table table) {
    try (HttpReceiver receiver = new HttpReceiver()) {
      bench.gateway(workspace, receiver.url(), HttpReceiver.CALLS);
      save(workspace, PLAIN_TEXT);
      Rates rates = Rates.median(() -> sendAndPost(workspace, receiver));
      table.add(
          new Table.Line(
              "(h)",
              "sms by HTTP, %,d people, %d calls at once, %d ms"
                  .formatted(
                      bench.members(workspace), HttpReceiver.CALLS, HttpReceiver.LATENCY_MILLIS),
              Table.perSecond(rates.ours()),
              Table.perSecond(rates.theirs()) + ", bare HTTP client loop",
              rates.ratio(),
              ">= 0.7"));
    }
  }

  private Rates sendAndPost(Workspace workspace, HttpReceiver receiver) {
    Sent sent = send(workspace);
    clear(workspace);
    return new Rates(
        sent.perSecond(),
        BareClient.perSecond(receiver.url(), "[Shop]" + PLAIN_TEXT, sent.messages()));
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

  private Sent send(Workspace workspace) {
    long start = System.nanoTime();
    Run run = bench.get(RunStarter.class).start(workspace, "messages", StartOptions.now());
    Runs runs = bench.get(Runs.class);
    while (runs.require(workspace, run.id()).state() != RunState.FINISHED) {
      LockSupport.parkNanos(5_000_000);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    int messages =
        bench
            .get(DSLContext.class)
            .fetchSingle(
                "select count(*) from message where workspace_id = ? and run_id = ? and outcome = 'accepted'",
                workspace.id().value(),
                run.id())
            .get(0, Integer.class);
    return new Sent(messages, messages / seconds);
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
            List.of(
                new OutboundMessage(
                    new EffectKey(workspace.id(), 0, "plain", member, 1),
                    "138" + (10_000_000 + member),
                    Map.of("text", "[Shop]" + PLAIN_TEXT),
                    1)));
  }
}
