package io.sluice.engine.access;

import static io.sluice.engine.access.Visitor.code;
import static io.sluice.engine.access.Visitor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.testing.EngineTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets in, and who may do what, over HTTP. */
@EngineTest
@TestPropertySource(properties = "sluice.access.login=required")
@Tag("any-database")
class AccessTest {
  private static final String PASSWORD = "correct horse";
  private static final String SHOP = "/api/workspaces/shop";
  private static final String OTHER = "/api/workspaces/other";
  private static final String CANVAS =
      "{'schemaVersion':1,'name':'Gift','nodes':[{'id':'who','type':'target-group',"
          + "'config':{'who':'everyone'}}],'edges':[]}";

  @LocalServerPort int port;
  @Autowired private Setup setup;
  @Autowired private Users users;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private Visitor root;

  @BeforeEach
  void anAdministratorAndTwoWorkspaces() {
    if (users.isEmpty()) {
      String first = "{'token':'%s','name':'Root','password':'" + PASSWORD + "'}";
      Visitor visitor = Visitor.browser(port);
      assertThat(json(visitor.get("/api/session")).path("setup").asBoolean()).isTrue();
      assertThat(code(visitor.post("/api/setup", first.formatted("guess"))))
          .isEqualTo("wrong-token");
      String token = setup.token().orElseThrow();
      assertThat(visitor.post("/api/setup", first.formatted(token)).statusCode()).isEqualTo(204);
      assertThat(code(visitor.post("/api/setup", first.formatted(token))))
          .isEqualTo("set-up-already");
    }
    root = Visitor.program(port, "root", PASSWORD);
    assertThat(root.put(SHOP, "{}").statusCode()).isBetween(200, 201);
    assertThat(root.put(OTHER, "{}").statusCode()).isBetween(200, 201);
  }

  private Visitor user(String name, String roles) {
    String body = "{'password':'" + PASSWORD + "','roles':[" + roles + "]}";
    assertThat(root.put(SHOP + "/users/" + name, body).statusCode()).isBetween(200, 201);
    Visitor browser = Visitor.browser(port);
    assertThat(browser.logIn(name, PASSWORD).statusCode()).isEqualTo(200);
    return browser;
  }

  @Test
  void answersNobodyWhoIsNotLoggedInAndNeverWithAPage() {
    for (String path :
        List.of("/api/workspaces", SHOP, SHOP + "/members/a", "/api/node-types", "/api/nothing")) {
      HttpResponse<String> answer = Visitor.browser(port).get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(code(answer)).isEqualTo("login-needed");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }
    assertThat(Visitor.browser(port).put(SHOP, "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void letsAnybodySeeWhatHoldsASecretOfItsOwnOrNoData() {
    Visitor nobody = Visitor.browser(port);
    assertThat(nobody.get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(nobody.get("/actuator/env").statusCode()).isEqualTo(401);
    assertThat(nobody.get("/c/unknown").statusCode()).isEqualTo(404);
    assertThat(nobody.get("/u/unknown").statusCode()).isEqualTo(404);
    assertThat(nobody.get("/l/unknown").statusCode()).isEqualTo(404);
    assertThat(nobody.get("/error").statusCode()).isEqualTo(404);
    assertThat(nobody.post("/callbacks/shop/sms/receipts", "[]").statusCode())
        .isNotEqualTo(200)
        .as("refused for its missing signature, with a problem of its own");
    assertThat(code(nobody.post("/callbacks/shop/sms/receipts", "[]")))
        .isNotEqualTo("login-needed");
  }

  @Test
  void aSessionTakesTheCookieAndForChangesTheToken() {
    Visitor ann = user("ann", "'marketer'");
    HttpResponse<String> login = ann.logIn("ANN", PASSWORD);
    String cookie =
        login.headers().allValues("Set-Cookie").stream()
            .filter(one -> one.startsWith("SLUICE_SESSION="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
    assertThat(ann.get(SHOP + "/campaigns").statusCode()).isEqualTo(200);
    assertThat(ann.put(SHOP + "/campaigns/gift", CANVAS).statusCode()).isBetween(200, 201);

    assertThat(code(ann.withoutToken().put(SHOP + "/campaigns/gift", CANVAS)))
        .isEqualTo("csrf-token-missing");
    assertThat(
            Visitor.program(port, "ann", PASSWORD)
                .put(SHOP + "/campaigns/gift", CANVAS)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void rolesSayWhoMayDoWhat() {
    Visitor viewer = user("vic", "'viewer'");
    Visitor marketer = user("mia", "'marketer'");
    Visitor approver = user("abe", "'approver'");
    Visitor admin = user("ada", "'admin'");
    String campaign = SHOP + "/campaigns/roles";
    String counts = "{'canvas':" + CANVAS + "}";

    assertThat(viewer.put(campaign, CANVAS).statusCode()).isEqualTo(403);
    assertThat(code(approver.put(campaign, CANVAS))).isEqualTo("role-missing");
    assertThat(marketer.put(campaign, CANVAS).statusCode()).isEqualTo(201);
    for (Visitor one : List.of(viewer, marketer, approver, admin)) {
      assertThat(one.get(campaign).statusCode()).isEqualTo(200);
      assertThat(one.post(SHOP + "/canvas/counts", counts).statusCode()).isEqualTo(200);
      assertThat(one.get(OTHER + "/campaigns").statusCode()).isEqualTo(403);
      assertThat(one.put("/api/workspaces/new", "{}").statusCode()).isEqualTo(403);
      assertThat(one.post("/api/server/release", "{}").statusCode()).isEqualTo(403);
      assertThat(json(one.get("/api/workspaces")).findValuesAsText("key")).containsExactly("shop");
    }
    for (Visitor one : List.of(viewer, marketer, approver)) {
      assertThat(one.put(SHOP + "/approval", "{'required':true}").statusCode()).isEqualTo(403);
      assertThat(one.get(SHOP + "/users").statusCode()).isEqualTo(403);
    }
    assertThat(admin.put(SHOP + "/approval", "{'required':false}").statusCode()).isEqualTo(200);
    assertThat(admin.get(SHOP + "/users").statusCode()).isEqualTo(200);
    assertThat(viewer.post(campaign + "/start", "{}").statusCode()).isEqualTo(403);
    assertThat(marketer.post(campaign + "/start", "{}").statusCode()).isEqualTo(201);
    for (Visitor one : List.of(viewer, marketer)) {
      assertThat(code(one.post(SHOP + "/runs/1/go-on", "{}"))).isEqualTo("role-missing");
    }
    assertThat(code(approver.post(SHOP + "/runs/1/go-on", "{}"))).isNotEqualTo("role-missing");
  }

  @Test
  void nobodyApprovesTheirOwnNorInTheNameOfAnother() {
    Visitor both = user("bo", "'marketer','approver'");
    Visitor other = user("cy", "'approver'");
    String review = SHOP + "/campaigns/own/review";
    both.put(SHOP + "/campaigns/own", CANVAS);

    assertThat(code(both.post(review, "{'decision':'submit','by':'cy'}"))).isEqualTo("other-name");
    assertThat(both.post(review, "{'decision':'submit'}").statusCode()).isEqualTo(200);
    assertThat(code(both.post(review, "{'decision':'approve'}"))).isEqualTo("own-campaign");
    assertThat(code(other.post(review, "{'decision':'withdraw'}"))).isEqualTo("role-missing");
    assertThat(other.post(review, "{'decision':'approve'}").statusCode()).isEqualTo(200);
    assertThat(json(other.get(review)).at("/decisions/1/by").asText()).isEqualTo("cy");
  }

  @Test
  void whoIsDisabledOrHasANewPasswordIsOutAtOnce() {
    Visitor dan = user("dan", "'viewer'");
    Visitor program = Visitor.program(port, "dan", PASSWORD);
    assertThat(program.get(SHOP).statusCode()).isEqualTo(200);

    root.put(SHOP + "/users/dan", "{'disabled':true}");
    assertThat(dan.get(SHOP).statusCode()).isEqualTo(401);
    assertThat(program.get(SHOP).statusCode()).isEqualTo(401);

    root.put(SHOP + "/users/dan", "{'disabled':false,'password':'another horse'}");
    assertThat(dan.get(SHOP).statusCode()).isEqualTo(401);
    assertThat(program.get(SHOP).statusCode()).isEqualTo(401);
    assertThat(dan.logIn("dan", "another horse").statusCode()).isEqualTo(200);
    assertThat(dan.send("DELETE", "/api/session", null).statusCode()).isEqualTo(204);
    assertThat(dan.get(SHOP).statusCode()).isEqualTo(401);
  }

  @Test
  void adminsChangeNobodyWhoBelongsToOthersAndLockNobodyOutButOthers() {
    Visitor admin = user("eve", "'admin'");
    user("fay", "'viewer'");
    root.put(OTHER + "/users/fay", "{'roles':['marketer']}");

    assertThat(code(admin.put(SHOP + "/users/fay", "{'password':'taken over by eve'}")))
        .isEqualTo("user-of-others");
    assertThat(code(admin.put(SHOP + "/users/root", "{'disabled':true}")))
        .isEqualTo("user-of-others");
    assertThat(code(admin.put(SHOP + "/users/eve", "{'roles':['viewer']}")))
        .isEqualTo("own-access");
    assertThat(admin.put(OTHER + "/users/eve", "{'roles':['admin']}").statusCode()).isEqualTo(403);
    assertThat(code(admin.put(SHOP + "/users/gus", "{'password':'short','roles':[]}")))
        .isEqualTo("short-password");
  }

  @Test
  void whoMakesAUserChangesNobodyWhoIsThere() {
    root.put(SHOP + "/users/hal", "{'password':'" + PASSWORD + "'}");
    HttpResponse<String> again =
        root.send(
            "PUT", SHOP + "/users/hal", "{'password':'of somebody new'}", "If-None-Match", "*");
    assertThat(again.statusCode()).isEqualTo(412);
    assertThat(code(again)).isEqualTo("user-exists");
    assertThat(root.put(SHOP + "/users/al", "{'password':'all is well now'}").statusCode())
        .as("a short name is no reason to refuse a password that holds it")
        .isEqualTo(201);
    assertThat(code(root.put(SHOP + "/users/alan", "{'password':'alan is well'}")))
        .isEqualTo("easy-password");
  }

  @Test
  void whoGuessesAtOnceHasToWaitAsSoon() {
    Visitor guesser = Visitor.browser(port);
    List<String> codes =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(i -> code(guesser.logIn("ida", "wrong " + i)))
            .toList();

    assertThat(codes).filteredOn("wrong-password"::equals).hasSize(Guesses.OF_ONE);
    assertThat(codes).containsOnly("wrong-password", "too-many-guesses");
  }

  @Test
  void whoGuessesHasToWait() {
    user("hal", "'viewer'");
    Visitor guesser = Visitor.browser(port);
    for (int i = 0; i < Guesses.OF_ONE; i++) {
      assertThat(code(guesser.logIn("hal", "wrong " + i))).isEqualTo("wrong-password");
    }
    assertThat(guesser.logIn("hal", PASSWORD).statusCode()).isEqualTo(429);
    assertThat(Visitor.program(port, "hal", PASSWORD).get(SHOP).statusCode()).isEqualTo(429);
  }

  @Test
  void aMarketerMakesAnAccountOfPointsButSaysNotWhatOrdersEarn() {
    Visitor marketer = user("joy", "'marketer'");
    String account = SHOP + "/points-accounts/club";

    assertThat(user("kim", "'approver'").put(account, "{'name':'Club'}").statusCode())
        .isEqualTo(403);
    assertThat(marketer.put(account, "{'name':'Club'}").statusCode()).isBetween(200, 201);
    assertThat(code(marketer.put(account + "/earning", "{'points':1,'per':10}")))
        .isEqualTo("role-missing");
  }

  @Test
  void theDocumentSaysWhichRolesACallTakes() {
    JsonNode paths = json(root.get("/api/openapi")).path("paths");
    String shop = "/api/workspaces/{workspace}";
    assertThat(roles(paths, shop + "/campaigns/{campaign}", "put")).containsExactly("marketer");
    assertThat(roles(paths, shop + "/templates/{template}/{step}", "post"))
        .containsExactly("marketer", "approver");
    assertThat(roles(paths, shop + "/{kind}/import", "post")).containsExactly("marketer");
    assertThat(roles(paths, shop + "/prices", "put")).containsExactly("admin");
    assertThat(roles(paths, shop + "/users", "get")).containsExactly("admin");
    assertThat(roles(paths, shop + "/canvas/counts", "post")).isEmpty();
    assertThat(roles(paths, shop + "/campaigns", "get")).isEmpty();
  }

  private static List<String> roles(JsonNode paths, String path, String method) {
    List<String> roles = new ArrayList<>();
    paths.path(path).path(method).path("x-roles").forEach(role -> roles.add(role.asText()));
    return roles;
  }

  @Test
  void everyCallWithARoleOfItsOwnExists() {
    TreeSet<String> changes = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, method) ->
                info.getMethodsCondition()
                    .getMethods()
                    .forEach(
                        verb ->
                            info.getPatternValues()
                                .forEach(pattern -> changes.add(verb + " " + pattern))));
    assertThat(changes).containsAll(Permissions.named().toList());
  }
}
