package io.sluice.engine.reward.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.Journey;
import io.sluice.engine.testing.RawHttp;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page on which people claim a coupon. */
@EngineTest
@Tag("any-database")
class ClaimPageTest {
  @LocalServerPort int port;
  @Autowired CouponLinks links;
  @Autowired Workspaces workspaces;
  private Shop shop;
  private WorkspaceId workspace;

  @BeforeEach
  void people() {
    shop = Shop.create(new Api(port));
    workspace = workspaces.find(shop.key()).orElseThrow().id();
    StringBuilder csv = new StringBuilder("member,registered_at\n");
    for (int i = 0; i < 200; i++) {
      csv.append("m%d,2020-01-01\n".formatted(i));
    }
    shop.imports().run("members/import", csv.toString());
  }

  /** Offers a coupon of a new batch to everybody. */
  private void offer(String batch, String terms, String options) {
    Answer made = shop.put("coupon-batches/" + batch, "{'name':'<b>" + batch + "'," + terms + "}");
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    Journey journey =
        Journey.in(shop, batch)
            .node("who", "target-group", "{'who':'everyone'}")
            .node("coupon", "coupon", "{'batch':'" + batch + "'}")
            .arrow("who", "coupon");
    journey.dryRun(options);
    journey.finished(journey.start(options));
  }

  /** The code that a member was offered last. */
  private String code(int member) {
    return shop.get("members/m" + member + "/coupons").json().path(0).path("code").asText();
  }

  private String path(String code) {
    return links.of(workspace, code).substring(("http://localhost:" + port).length());
  }

  private Answer show(String code) {
    return shop.api().get(path(code));
  }

  private Answer claim(String code) {
    return shop.api()
        .send("POST", path(code), "application/x-www-form-urlencoded", BodyPublishers.ofString(""));
  }

  @Test
  void showsTheTermsAndClaimsOnlyByTheButton() {
    offer(
        "spring",
        "'kind':'percent','value':30,'maxDeduction':10,'threshold':20,'issue':'claim',"
            + "'validFrom':'2020-01-01T00:00:00Z','validUntil':'2099-01-01T00:00:00Z','validDays':7,"
            + "'products':['Tea & Co']",
        "{}");
    String code = code(1);

    String offered = show(code).text();
    String shown = shop.get("coupons/" + code).json().path("state").asText();
    Answer now = claim(code);
    Answer again = claim(code);

    assertThat(offered)
        .contains("&lt;b&gt;spring", "30% off, at most 10", "orders of 20 or more", "Tea &amp; Co")
        .contains(
            "for 7 days from claiming it, not before 2020-01-01 08:00, until 2099-01-01 08:00")
        .contains("<button>Claim</button>")
        .doesNotContain(code.substring(0, 4) + "-", "<script");
    assertThat(shown).isEqualTo("offered");
    assertThat(now.text()).contains("The coupon is yours.", code.substring(0, 4) + "-");
    assertThat(now.text()).doesNotContain("<button>");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).contains("You have this coupon.", code.substring(0, 4) + "-");
    assertThat(shop.get("coupon-batches/spring").json().path("taken").asInt()).isEqualTo(1);
  }

  @Test
  void speaksChineseToWhoReadsIt() {
    offer("forty", "'kind':'amount','value':40,'threshold':200,'issue':'claim'", "{}");

    String page =
        RawHttp.send(
            port,
            RawHttp.request("GET", path(code(2)), "localhost", "", "Accept-Language: zh-CN,zh"));

    assertThat(page).contains("立减 40", "订单满 200 可用", "长期有效", "立即领取");
    assertThat(page)
        .contains("Content-Security-Policy: default-src 'none'; style-src 'sha256-")
        .doesNotContain("unsafe-inline");
  }

  @Test
  void tellsWhatKeepsACouponFromBeingClaimedOrUsed() {
    offer(
        "early",
        "'kind':'amount','value':5,'issue':'claim','validFrom':'2098-01-01T00:00:00Z'",
        "{}");
    String early = code(3);
    String earlyPage = claim(early).text();
    shop.post("coupons/" + early + "/revoke", "{}");
    offer("few", "'kind':'amount','value':5,'issue':'claim','stock':1", "{}");
    claim(code(4));
    String late =
        "'kind':'amount','value':5,'issue':'claim','validDays':7,'validUntil':'2026-01-01T00:00:00Z'";
    offer("late", late, "{'asOf':'2025-12-01T00:00:00Z'}");

    assertThat(earlyPage).contains("only from 2098-01-01 08:00 on");
    assertThat(show(early).text())
        .contains("was revoked")
        .doesNotContain("<button>", "class=\"code\"", "<dt>Valid</dt>");
    String expired = shop.get("members/m5/coupons").json().path(2).path("code").asText();
    assertThat(show(expired).text())
        .contains("has expired", "<dd>until 2026-01-01 08:00</dd>")
        .doesNotContain("<button>", "from claiming it");
    assertThat(claim(expired).status()).isEqualTo(409);
    Answer soldOut = claim(code(5));
    assertThat(soldOut.status()).isEqualTo(409);
    assertThat(soldOut.text()).contains("All coupons of this kind are claimed.");
  }

  @Test
  void givesAHundredOfTwoHundredWhoClaimAtOnceWhatThereIs() throws Exception {
    offer("hundred", "'kind':'amount','value':5,'issue':'claim','stock':100", "{}");
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      codes.add(code(i));
    }

    ExecutorService people = Executors.newFixedThreadPool(200);
    List<Future<Answer>> answers = new ArrayList<>();
    codes.forEach(code -> answers.add(people.submit(() -> claim(code))));
    int claimed = 0;
    int soldOut = 0;
    for (Future<Answer> answer : answers) {
      claimed += answer.get().status() == 200 ? 1 : 0;
      soldOut += answer.get().status() == 409 ? 1 : 0;
    }
    people.shutdown();

    assertThat(List.of(claimed, soldOut)).containsExactly(100, 100);
    assertThat(shop.get("coupon-batches/hundred").json().path("taken").asInt()).isEqualTo(100);
  }

  @Test
  void knowsNoOtherLinks() {
    offer("own", "'kind':'amount','value':5,'issue':'claim'", "{}");
    String code = code(6);

    // Another test on this server may just have guessed too often.
    for (String other : List.of((workspace.value() + 1) + code, code, "99999999999" + code)) {
      assertThat(shop.api().get("/c/" + other).status()).as(other).isIn(404, 429);
    }
    assertThat(show(code.toLowerCase()).status()).isEqualTo(200);
  }

  @Test
  void answersRightCodesWhereOthersGuess() {
    LookUpLimit limit = new LookUpLimit(3, 5);
    for (int i = 0; i < 3; i++) {
      assertThat(limit.lookUp("shop", Optional::empty)).isEmpty();
    }

    assertThatThrownBy(() -> limit.lookUp("shop", Optional::empty)).isInstanceOf(Problem.class);
    assertThat(limit.lookUp("shop", () -> Optional.of("right"))).contains("right");
    assertThatThrownBy(() -> limit.lookUp("shop", Optional::empty)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> limit.lookUp("shop", () -> Optional.of("right")))
        .isInstanceOf(Problem.class);
    assertThat(limit.lookUp("elsewhere", () -> Optional.of("right"))).contains("right");
  }
}
