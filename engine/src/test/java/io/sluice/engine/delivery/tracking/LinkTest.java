package io.sluice.engine.delivery.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.delivery.EffectKey;
import io.sluice.engine.delivery.TestLedger;
import io.sluice.engine.delivery.content.Links;
import io.sluice.engine.testing.Api;
import io.sluice.engine.testing.Api.Answer;
import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.testing.RawHttp;
import io.sluice.engine.testing.Shop;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@EngineTest
class LinkTest {
  private static final String SHOP = "https://shop.example/spring?a=1&b=%E4%B8%AD";

  @LocalServerPort int port;
  @Autowired LinkMaker maker;
  @Autowired LinkRows rows;
  @Autowired LinkSecret secret;
  @Autowired DSLContext db;
  Api api;
  TestLedger ledger;
  WorkspaceId workspace;
  WorkspaceId other;
  Links links;

  @BeforeEach
  void sendAMessageInTwoWorkspaces() {
    api = new Api(port);
    ledger = new TestLedger(db);
    workspace = ledger.workspace(Shop.create(api).key());
    other = ledger.workspace(Shop.create(api).key());
    links = maker.linksFor(workspace, 1, "sms1", 10, "sms");
    ledger.write(new EffectKey(workspace, 1, "sms1", 7, 10), "accepted");
    ledger.write(new EffectKey(other, 1, "sms1", 7, 10), "accepted");
  }

  @Test
  void leadsOnToTheTargetAndNotesTheClickOnce() {
    Answer first = follow(links.click(7, SHOP));
    follow(links.click(7, SHOP));

    assertThat(first.status()).isEqualTo(302);
    assertThat(first.location()).isEqualTo(SHOP);
    assertThat(ledger.events(new EffectKey(workspace, 1, "sms1", 7, 10)))
        .containsExactly("clicked");
    assertThat(ledger.events(new EffectKey(other, 1, "sms1", 7, 10))).isEmpty();
  }

  @Test
  void doesNotCountMachinesThatLookAhead() {
    String path = path(links.click(7, SHOP));

    Answer head = api.send("HEAD", path, null, BodyPublishers.noBody());
    String prefetch =
        RawHttp.send(port, RawHttp.request("GET", path, "localhost", "", "Sec-Purpose: prefetch"));

    assertThat(head.status()).isEqualTo(302);
    assertThat(prefetch).contains("302");
    assertThat(ledger.events(new EffectKey(workspace, 1, "sms1", 7, 10))).isEmpty();
  }

  @Test
  void notesThatAnEmailWasOpened() {
    Answer picture = follow(links.open(7));

    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.contentType()).isEqualTo("image/gif");
    assertThat(ledger.events(new EffectKey(workspace, 1, "sms1", 7, 10))).containsExactly("opened");
  }

  @Test
  void givesTheSameLinksAgainAndOthersToOthers() {
    Links again = maker.linksFor(workspace, 1, "sms1", 10, "sms");

    assertThat(again.click(7, SHOP)).isEqualTo(links.click(7, SHOP));
    assertThat(again.unsubscribe(7)).isEqualTo(links.unsubscribe(7));
    assertThat(
            List.of(
                again.click(8, SHOP),
                again.click(7, SHOP + "0"),
                again.open(7),
                again.unsubscribe(7),
                maker.linksFor(other, 1, "sms1", 10, "sms").click(7, SHOP),
                maker.linksFor(workspace, 1, "sms1", 11, "sms").click(7, SHOP)))
        .doesNotContain(links.click(7, SHOP))
        .doesNotHaveDuplicates();
  }

  @Test
  void forecastsLinksOfTheSameLengthsWithoutWriting() {
    int before = db.fetchCount(org.jooq.impl.DSL.table("link"));
    Links forecast = maker.forecast();

    assertThat(forecast.click(7, "https://x.example/nobody")).hasSameSizeAs(links.click(7, SHOP));
    assertThat(forecast.unsubscribe(7)).hasSameSizeAs(links.unsubscribe(Integer.MAX_VALUE));
    assertThat(forecast.open(7)).hasSameSizeAs(links.open(0));
    assertThat(db.fetchCount(org.jooq.impl.DSL.table("link"))).isEqualTo(before + 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/l/x", "/l/AAAAAAAAAAAAAAAAAAAA", "/l/%2e%2e", "/l/https:%2F%2Fevil.example"})
  void leadsNowhereWithoutOurSignature(String path) {
    Answer answer = api.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.location()).isEmpty();
    assertThat(answer.text()).contains("<title>Unknown link</title>");
  }

  @Test
  void refusesALinkForAnotherPersonOrOfAnotherKind() {
    String token = path(links.click(7, SHOP)).substring(3);
    char changed = token.charAt(9) == 'A' ? 'B' : 'A';

    assertThat(api.get("/l/" + token.substring(0, 9) + changed + token.substring(10)).status())
        .isEqualTo(404);
    assertThat(api.get("/l/" + path(links.unsubscribe(7)).substring(3)).status()).isEqualTo(404);
  }

  @Test
  void sendsNobodyToAScript() {
    assertThat(follow(links.click(7, "javascript://x/%0aalert(1)")).status()).isEqualTo(404);
    assertThat(follow(links.click(7, "https://x.example/a\r\nSet-Cookie: c=1")).status())
        .isEqualTo(404);
    assertThat(follow(links.click(7, "https://x.example/春 季?b=%20")).location())
        .isEqualTo("https://x.example/%E6%98%A5%20%E5%AD%A3?b=%20");
  }

  @Test
  void letsNobodyTryManyTokens() {
    LinkLookup strict = new LinkLookup(rows, secret, 3);
    String right = path(links.click(7, SHOP)).substring(3);
    for (int i = 0; i < 3; i++) {
      assertThat(strict.find("A".repeat(20), Link.Kind.CLICK, "10.0.0.1")).isEmpty();
    }

    assertThatThrownBy(() -> strict.find(right, Link.Kind.CLICK, "10.0.0.1"))
        .isInstanceOf(Problem.class);
    assertThat(strict.find(right, Link.Kind.CLICK, "10.0.0.2")).isPresent();
  }

  private Answer follow(String link) {
    return api.get(path(link));
  }

  private String path(String link) {
    assertThat(link).startsWith("http://localhost:" + port + "/");
    return link.substring(("http://localhost:" + port).length());
  }
}
