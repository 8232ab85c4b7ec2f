package io.sluice.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.samples.data.DemoPeople;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The node type in the jar of samples/custom-node, which is only in the server's node folder. */
@DemoServerTest
@Tag("any-database")
class CustomNodeTest {
  private static final Instant REFERENCE = Instant.parse(DemoServerTest.REFERENCE);

  @Autowired private TestRestTemplate rest;

  @Test
  void isFoundInTheNodeFolder() {
    JsonNode types = rest.getForObject("/api/node-types", JsonNode.class);

    assertThat(types.findValuesAsText("key")).contains("shop-birthday", "target-group");
  }

  @Test
  void sortsPeopleOnACanvas() throws IOException {
    assertThat(put("birthday-wishes").getStatusCode()).isEqualTo(HttpStatus.CREATED);
    Campaign campaign = new Campaign(rest, "birthday-wishes", REFERENCE);
    campaign.requireNoProblems();
    Expected expected = expected();

    assertThat(campaign.dryRun().sizes()).isEqualTo(expected.sizes());
    Campaign.Passage run = campaign.run();
    for (String port : expected.ports()) {
      assertThat(run.at(port)).as(port).isEqualTo(expected.at(port));
    }
  }

  private static Expected expected() {
    Facts facts =
        new Facts(
            new DemoPeople(DemoServerTest.MEMBERS, DemoPeople.SEED, REFERENCE),
            DemoWorkspace.ZONE,
            REFERENCE);
    Expected expected = new Expected(DemoServerTest.MEMBERS);
    Set<Integer> active =
        expected.filter("active", expected.enter("everyone", p -> true), facts::active);
    for (int person : active) {
      Set<Integer> one = Set.of(person);
      if (facts.hasBirthday(person, 0, 0)) {
        expected.all("cake.done", expected.all("birthday.today", one));
      } else if (facts.hasBirthday(person, 1, 7)) {
        expected.all("early.done", expected.all("birthday.soon", one));
      } else if (facts.hasBirthday(person, -3, -1)) {
        expected.all("late.done", expected.all("birthday.belated", one));
      } else {
        expected.all("birthday.rest", one);
      }
    }
    return expected;
  }

  private ResponseEntity<String> put(String key) throws IOException {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    String canvas = Files.readString(Path.of("../custom-node/" + key + ".json"));
    return rest.exchange(
        "/api/workspaces/demo/campaigns/" + key,
        org.springframework.http.HttpMethod.PUT,
        new HttpEntity<>(canvas, headers),
        String.class);
  }
}
