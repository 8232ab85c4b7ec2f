package io.sluice.engine.campaign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.bpmn.CanvasCompiler;
import io.sluice.engine.bpmn.CompiledCanvas;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasBinder;
import io.sluice.engine.canvas.CanvasReader;
import io.sluice.engine.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/**
 * Versions of canvases, bound to their node types. A version never changes, so each is read once.
 */
@Component
public class CanvasVersions {
  private static final int KEPT = 200;

  private final Campaigns campaigns;
  private final CanvasReader reader;
  private final CanvasBinder binder;
  private final CanvasCompiler compiler;
  private final Cache<Key, BoundCanvas> cache = Caffeine.newBuilder().maximumSize(KEPT).build();

  CanvasVersions(
      Campaigns campaigns, CanvasReader reader, CanvasBinder binder, CanvasCompiler compiler) {
    this.campaigns = campaigns;
    this.reader = reader;
    this.binder = binder;
    this.compiler = compiler;
  }

  /** The canvas of a version. */
  public BoundCanvas get(WorkspaceId workspace, long campaign, int version) {
    return cache.get(new Key(workspace, campaign, version), this::read);
  }

  /** The BPMN of a version; its process keys name workspace, campaign and version. */
  public CompiledCanvas compiled(WorkspaceId workspace, long campaign, int version) {
    return compiler.compile(
        get(workspace, campaign, version),
        "w%d-c%d-v%d".formatted(workspace.value(), campaign, version));
  }

  private BoundCanvas read(Key key) {
    String json = campaigns.canvas(key.workspace, key.campaign, key.version);
    return binder.bind(reader.read(json.getBytes(StandardCharsets.UTF_8)), new ArrayList<>());
  }

  private record Key(WorkspaceId workspace, long campaign, int version) {}
}
