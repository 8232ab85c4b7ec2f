package io.sluice.engine.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.testing.EngineTest;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class AudienceStoreTest {
  @Autowired AudienceStore store;
  @Autowired Workspaces workspaces;
  @Autowired TransactionTemplate transaction;

  @Test
  void keepsTheSameSetOnceAndGivesItBack() {
    Workspace one = workspaces.create("store-one", "One", ZoneOffset.UTC);
    Audience audience = Audience.range(3, 2_000_000).minus(Audience.of(77, 1_000_000));

    String hash = transaction.execute(status -> store.put(one.id(), audience));
    String again = transaction.execute(status -> store.put(one.id(), audience));

    assertThat(again).isEqualTo(hash);
    assertThat(store.get(one.id(), hash)).isEqualTo(audience);
  }

  @Test
  void doesNotShowTheSetsOfAnotherWorkspace() {
    Workspace one = workspaces.create("store-two", "Two", ZoneOffset.UTC);
    Workspace other = workspaces.create("store-three", "Three", ZoneOffset.UTC);

    String hash = transaction.execute(status -> store.put(one.id(), Audience.of(1)));

    assertThatThrownBy(() -> store.get(other.id(), hash)).hasMessageContaining(hash);
  }
}
