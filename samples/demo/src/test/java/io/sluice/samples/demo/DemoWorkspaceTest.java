package io.sluice.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.People;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.client.TestRestTemplate;

@DemoServerTest
@Tag("any-database")
class DemoWorkspaceTest {
  @Autowired private DemoWorkspace demo;
  @Autowired private Workspaces workspaces;
  @Autowired private Campaigns campaigns;
  @Autowired private PopulationReader population;
  @Autowired private TestRestTemplate rest;

  @Test
  void doublesNothingAtTheNextStart() throws IOException {
    demo.run(new DefaultApplicationArguments());

    assertThat(members()).isEqualTo(DemoServerTest.MEMBERS);
  }

  @Test
  void leavesACampaignAloneThatSomebodyChanged() throws IOException {
    WorkspaceId workspace = workspaces.find(DemoWorkspace.KEY).orElseThrow().id();
    String changed = "{\"schemaVersion\":1,\"name\":\"Mine\",\"nodes\":[],\"edges\":[]}";
    String key = "member-day";
    String sample = canvas(key);
    campaigns.save(workspace, key, "Mine", changed, java.util.Optional.empty());

    demo.run(new DefaultApplicationArguments());

    assertThat(canvas(key)).isEqualTo(changed);
    campaigns.save(workspace, key, "Member day", sample, java.util.Optional.empty());
  }

  private int members() {
    WorkspaceId workspace = workspaces.find(DemoWorkspace.KEY).orElseThrow().id();
    return population
        .read(workspace, population.pin(workspace, Instant.now()), List.of(), People::all)
        .size();
  }

  private String canvas(String key) {
    return rest.getForObject("/api/workspaces/demo/campaigns/" + key, JsonNode.class).toString();
  }
}
