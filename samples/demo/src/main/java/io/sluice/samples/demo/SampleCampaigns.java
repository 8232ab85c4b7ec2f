package io.sluice.samples.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.canvas.Canvas;
import io.sluice.engine.canvas.CanvasReader;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The campaigns of samples/campaigns; the name of the file is the key. */
class SampleCampaigns {
  private final Workspaces workspaces;
  private final Campaigns campaigns;
  private final CanvasReader reader;

  SampleCampaigns(Workspaces workspaces, Campaigns campaigns, CanvasReader reader) {
    this.workspaces = workspaces;
    this.campaigns = campaigns;
    this.reader = reader;
  }

  /** Saves those whose key is free, and returns the keys of all. */
  List<String> saveMissing(String workspaceKey) throws IOException {
    WorkspaceId workspace = workspaces.find(workspaceKey).orElseThrow().id();
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : SampleFiles.in("campaigns").entrySet()) {
      keys.add(file.getKey());
      if (campaigns.find(workspace, file.getKey()).isEmpty()) {
        save(workspace, file.getKey(), file.getValue());
      }
    }
    return keys;
  }

  private void save(WorkspaceId workspace, String key, byte[] file) throws IOException {
    Canvas canvas = reader.read(file);
    String text = new ObjectMapper().writeValueAsString(reader.write(canvas));
    campaigns.save(workspace, key, canvas.name(), text, Optional.empty());
  }
}
