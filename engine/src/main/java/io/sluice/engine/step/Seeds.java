package io.sluice.engine.step;

import io.sluice.node.XxHash64;
import java.time.Instant;

/**
 * The numbers from which all draws follow.
 *
 * @param run differs from run to run
 * @param campaign the same in all runs of a campaign
 */
public record Seeds(long run, long campaign) {
  /** The seed of a campaign: XXH64 with seed 0 of {@code workspace/campaign} in UTF-8. */
  public static long ofCampaign(String workspaceKey, String campaignKey) {
    return XxHash64.of(0, workspaceKey + "/" + campaignKey);
  }

  /** The seeds of the n-th run of a campaign, counted from 1. */
  public static Seeds ofRun(long campaignSeed, int number) {
    return new Seeds(XxHash64.of(campaignSeed, "run " + number), campaignSeed);
  }

  /** The seeds of a run as of a given instant: a repeat draws the same people. */
  public static Seeds asOf(long campaignSeed, Instant asOf) {
    return new Seeds(XxHash64.of(campaignSeed, "as of " + asOf), campaignSeed);
  }
}
