package io.sluice.engine.segment.leaf;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Remembers the answers to leaves, by workspace, data version and leaf. */
@Component
public class LeafCache {
  private final LeafEvaluator evaluator;
  private final Cache<Key, Audience> answers;

  LeafCache(LeafEvaluator evaluator, @Value("${sluice.cache.leaves:256MB}") DataSize size) {
    this.evaluator = evaluator;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(size.toBytes())
            .weigher(
                (Key key, Audience answer) ->
                    (int) Math.min(Integer.MAX_VALUE, answer.memoryBytes() + 500))
            .build();
  }

  private record Key(WorkspaceId workspace, long dataVersion, Leaf leaf) {}

  /**
   * The members who meet the leaf.
   *
   * @param dataVersion the version that the caller's transaction sees
   */
  public Audience get(WorkspaceId workspace, long dataVersion, Leaf leaf) {
    Key key = new Key(workspace, dataVersion, leaf);
    Audience known = answers.getIfPresent(key);
    if (known != null) {
      return known;
    }
    // Not computed under the cache's lock: an answer may take seconds.
    Audience answer = evaluator.evaluate(workspace, leaf);
    answers.put(key, answer);
    return answer;
  }

  /** Forgets everything. */
  public void clear() {
    answers.invalidateAll();
  }
}
