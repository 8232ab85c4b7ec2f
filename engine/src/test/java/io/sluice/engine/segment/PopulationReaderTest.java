package io.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.NodeFailure;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class PopulationReaderTest {
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  static int number;

  @Autowired PopulationReader reader;
  @Autowired SetLog sets;
  @Autowired Workspaces workspaces;
  @Autowired TransactionTemplate transaction;
  @Autowired DSLContext db;
  WorkspaceId shop;

  @BeforeEach
  void makeMembers() {
    shop = workspaces.create("reader-" + number++, "Shop", ZoneOffset.UTC).id();
    for (int id = 0; id < 4; id++) {
      db.execute(
          "insert into member (workspace_id, id, member_key, level, registered_at)"
              + " values ({0}, {1}, {2}, {3}, {4})",
          org.jooq.impl.DSL.val(shop.value()),
          org.jooq.impl.DSL.val(id),
          org.jooq.impl.DSL.val("m" + id),
          org.jooq.impl.DSL.val(id),
          org.jooq.impl.DSL.val(NOW.minusSeconds(id)));
    }
  }

  Audience matching(Instant instant, String rule, SetWrite... overlay) {
    return reader.read(
        shop,
        reader.pin(shop, instant),
        List.of(overlay),
        people -> people.matching(new Rule(rule)));
  }

  @Test
  void readsProfilesAmongThoseRegisteredByTheInstant() {
    String atLeastOne = "{'profile':'level','op':'at-least','value':0.5}".replace('\'', '"');

    assertThat(matching(NOW, atLeastOne)).isEqualTo(Audience.of(1, 2, 3));
    assertThat(matching(NOW.minusSeconds(2), atLeastOne)).isEqualTo(Audience.of(2, 3));
  }

  @Test
  void seesKeptSetsAsOfTheInstantWithTheOverlayOnTop() {
    SetRef vip = SetRef.tag("vip");
    transaction.executeWithoutResult(
        status -> {
          sets.append(shop, SetWrite.add(vip, Audience.of(1, 2)), NOW.minusSeconds(60), "a", null);
          sets.append(shop, SetWrite.remove(vip, Audience.of(2)), NOW.plusSeconds(60), "b", null);
        });
    String rule = "{\"tag\":\"vip\"}";

    assertThat(matching(NOW, rule)).isEqualTo(Audience.of(1, 2));
    assertThat(matching(NOW.plusSeconds(60), rule)).isEqualTo(Audience.of(1));
    assertThat(matching(NOW, rule, SetWrite.remove(vip, Audience.of(1)))).isEqualTo(Audience.of(2));
  }

  @Test
  void refusesToAppendTheSameCauseTwice() {
    SetWrite write = SetWrite.add(SetRef.tag("once"), Audience.of(1));

    assertThat(transaction.<Boolean>execute(s -> sets.append(shop, write, NOW, "x", null)))
        .isTrue();
    assertThat(transaction.<Boolean>execute(s -> sets.append(shop, write, NOW, "x", null)))
        .isFalse();
  }

  @Test
  void failsOnAnUnknownSegmentAndSaysSo() {
    assertThatThrownBy(() -> matching(NOW, "{\"segment\":\"nope\"}"))
        .isInstanceOf(NodeFailure.class)
        .hasMessageContaining("/segment")
        .hasMessageContaining("nope");
    assertThat(
            matching(
                NOW,
                "{\"segment\":\"nope\"}",
                SetWrite.add(SetRef.segment("nope"), Audience.of(3, 99))))
        .isEqualTo(Audience.of(3));
  }

  @Test
  void joinsConditionsBySetAlgebra() {
    assertThat(
            matching(
                NOW,
                """
                {"all":[{"any":[{"profile":"level","op":"is","value":1},
                                {"profile":"level","op":"is","value":2}]},
                        {"none":[{"member":["m1"]}]},
                        {"orders":"count","op":"at-most","value":1},
                        {"lifecycle":["not-activated","active"]}]}
                """))
        .isEqualTo(Audience.of(2));
    assertThat(matching(NOW, "{\"all\":[]}").size()).isEqualTo(4);
    assertThat(matching(NOW, "{\"any\":[]}").size()).isZero();
  }
}
