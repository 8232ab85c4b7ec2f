package io.sluice.engine.reward.code;

import io.sluice.engine.delivery.DeliveryRef;
import io.sluice.engine.delivery.content.RewardTexts;
import io.sluice.engine.delivery.content.Route;
import io.sluice.engine.segment.RewardFacts.CouponSource;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What messages say of codes out of pools. Codes may differ in length: the longest is reckoned. */
@Component
class CodeTexts implements RewardTexts {
  private static final String SAMPLE = "TESTTESTTEST";

  private final CodePools pools;
  private final GivenCodes codes;

  CodeTexts(CodePools pools, GivenCodes codes) {
    this.pools = pools;
    this.codes = codes;
  }

  @Override
  public String kind() {
    return "benefit";
  }

  @Override
  public Map<Integer, Map<String, Object>> given(
      Workspace workspace, DeliveryRef message, Route.Giver giver, Audience people) {
    String name = pools.find(workspace.id(), giver.key()).map(Pool::name).orElse("");
    Map<Integer, Map<String, Object>> given = new HashMap<>();
    codes
        .of(new CouponSource(workspace.id(), message.run(), message.cohort(), giver.node()), people)
        .forEach((member, code) -> given.put(member, Map.of("code", code, "name", name)));
    return given;
  }

  @Override
  public Map<String, Object> example(Workspace workspace, Optional<String> key, Instant at) {
    return key.flatMap(one -> pools.find(workspace.id(), one))
        .map(
            pool -> Map.<String, Object>of("code", "X".repeat(pool.longest()), "name", pool.name()))
        .orElse(Map.of("code", SAMPLE, "name", "…"));
  }
}
