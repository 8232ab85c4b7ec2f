package io.sluice.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class BlacklistTest {
  @LocalServerPort int port;
  Shop shop;
  Shop other;

  @BeforeEach
  void twoMembersInTwoWorkspaces() {
    shop = Shop.create(new Api(port));
    other = Shop.create(new Api(port));
    for (Shop one : new Shop[] {shop, other}) {
      one.put("members/ann", "{}");
      one.put("members/bob", "{}");
    }
  }

  @Test
  void takesMembersInAndOut() {
    shop.post("blacklists/messages/members", "{'add':['ann','bob']}");
    Answer changed = shop.post("blacklists/messages/members", "{'remove':['bob']}");

    assertThat(changed.json().path("count").asInt()).isEqualTo(1);
    assertThat(shop.get("blacklists/messages/members").text())
        .contains("ann")
        .doesNotContain("bob");
    assertThat(other.get("blacklists/messages/members").text()).doesNotContain("ann");
    assertThat(shop.get("tags").text()).isEqualTo("[]");
  }

  @Test
  void refusesStrangersAndOtherLists() {
    assertThat(shop.post("blacklists/messages/members", "{'add':['eve']}").status()).isEqualTo(400);
    assertThat(shop.post("blacklists/points/members", "{'add':['ann']}").status()).isEqualTo(200);
    assertThat(shop.post("blacklists/nobody/members", "{'add':['ann']}").status()).isEqualTo(404);
  }
}
