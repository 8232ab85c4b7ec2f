package io.sluice.engine.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.delivery.content.Route;
import io.sluice.engine.nodetype.BoundNode;
import io.sluice.engine.segment.Bounds;
import io.sluice.engine.segment.Pin;
import io.sluice.engine.segment.rule.Happening;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.InPort;
import io.sluice.node.Inputs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever people turn out to do, a forecast said that it may, and kept what it was sure of. */
@EngineTest
@TestInstance(Lifecycle.PER_CLASS)
class BoundsHoldTest {
  private static final int PEOPLE = 24;
  private static final int ROUNDS = 300;

  @LocalServerPort int port;
  @Autowired StepEvaluator evaluator;
  @Autowired Workspaces workspaces;
  private Workspace workspace;
  private Instant now;

  @BeforeAll
  void people() {
    Shop shop = Shop.create(new Api(port));
    for (int i = 0; i < PEOPLE; i++) {
      shop.put("members/m" + i, "{'profile':{'registered_at':'2026-01-01T00:00:00Z'}}");
    }
    workspace = workspaces.find(shop.key()).orElseThrow();
    now = Instant.now();
  }

  @Test
  void whateverPeopleDo() {
    int undecided = 0;
    for (long seed = 1; seed <= ROUNDS; seed++) {
      Random random = new Random(seed);
      BoundNode node = node(random);
      KnownPast forecast = new KnownPast(now, now);
      KnownPast real = new KnownPast(now, now);
      for (Happening happening : List.of(Happening.CLICKED, Happening.OPENED)) {
        Trio trio = Trio.draw(random);
        forecast.with(happening, trio.surely, trio.possibly);
        real.with(happening, trio.real, trio.real);
      }
      Map<String, List<Trio>> inputs = new HashMap<>();
      for (InPort in : node.ports().in()) {
        inputs.put(
            in.key(),
            IntStream.range(0, in.many() ? 3 : 1).mapToObj(i -> Trio.draw(random)).toList());
      }

      StepResult bounds = evaluate(node, inputs, false, forecast);
      StepResult outcome = evaluate(node, inputs, true, real);

      for (String out : outcome.ports().keySet()) {
        String where = "seed " + seed + ", " + node.type().info().key() + ", port " + out;
        assertThat(bounds.at(out).containsAll(outcome.at(out))).as(where).isTrue();
        assertThat(outcome.at(out).containsAll(bounds.surelyAt(out))).as(where).isTrue();
      }
      undecided += bounds.undecided().size();
    }
    assertThat(undecided).isGreaterThan(ROUNDS);
  }

  private StepResult evaluate(
      BoundNode node, Map<String, List<Trio>> drawn, boolean real, KnownPast past) {
    return evaluator.forecast(
        new StepRequest(
            workspace,
            node,
            inputs(drawn, real ? 1 : 2),
            inputs(drawn, real ? 1 : 0),
            new Pin(now, workspaces.dataVersion(workspace.id())),
            new Seeds(1, 2),
            List.of(),
            List.of(),
            List.of(),
            false,
            Route.NONE,
            past,
            Bounds.exactly(Audience.empty())));
  }

  private static Inputs inputs(Map<String, List<Trio>> drawn, int which) {
    Map<String, List<Audience>> byPort = new HashMap<>();
    drawn.forEach(
        (in, trios) -> byPort.put(in, trios.stream().map(trio -> trio.get(which)).toList()));
    return Inputs.of(byPort);
  }

  /** Who surely is in, who turns out to be, and who may. */
  private record Trio(Audience surely, Audience real, Audience possibly) {
    static Trio draw(Random random) {
      Audience.Builder surely = Audience.builder();
      Audience.Builder real = Audience.builder();
      Audience.Builder possibly = Audience.builder();
      for (int member = 0; member < PEOPLE; member++) {
        int kind = random.nextInt(5);
        if (kind > 0) {
          possibly.add(member);
        }
        if (kind > 2) {
          real.add(member);
        }
        if (kind > 3) {
          surely.add(member);
        }
      }
      return new Trio(surely.build(), real.build(), possibly.build());
    }

    Audience get(int which) {
      return which == 0 ? surely : which == 1 ? real : possibly;
    }
  }

  private static BoundNode node(Random random) {
    List<String> branches = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      branches.add("{'key':'b%d','rule':%s}".formatted(i, rule(random, 2)));
    }
    return switch (random.nextInt(6)) {
      case 0 -> node("filter", "{'rule':" + rule(random, 3) + "}");
      case 1 -> node("branch", "{'branches':[" + String.join(",", branches) + "]}");
      case 2 -> node("exclude", "{}");
      case 3 -> node("intersect", "{}");
      case 4 -> node("dedupe", "{'inputs':3}");
      default -> node("merge", "{}");
    };
  }

  private static String rule(Random random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return random.nextInt(4) == 0
          ? "{'member':['m1','m2','m3','m4']}"
          : "{'message':{'node':'sms1','is':'%s'}}"
              .formatted(random.nextBoolean() ? "clicked" : "opened");
    }
    String group = List.of("all", "any", "none").get(random.nextInt(3));
    return "{'%s':[%s,%s]}".formatted(group, rule(random, depth - 1), rule(random, depth - 1));
  }

  private static BoundNode node(String type, String config) {
    return TestCanvases.bind(
            "{'schemaVersion':1,'name':'n','nodes':[{'id':'x','type':'%s','config':%s,'position':{'x':0,'y':0}}],'edges':[]}"
                .formatted(type, config)
                .replace('\'', '"'))
        .node("x");
  }
}
