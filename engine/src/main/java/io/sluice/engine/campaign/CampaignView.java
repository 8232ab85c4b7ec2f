package io.sluice.engine.campaign;

import io.sluice.engine.campaign.LastRuns.LastRun;
import java.time.Instant;

/**
 * A campaign in the list.
 *
 * @param version the newest version of its canvas
 * @param runs how many runs were started
 * @param lastRun the last of them; missing where there is none
 * @param startsAt when its schedule starts it; missing where it does not
 */
record CampaignView(
    String key,
    String name,
    int version,
    int runs,
    Review review,
    boolean hidden,
    LastRun lastRun,
    Instant startsAt,
    Instant changedAt) {
  static CampaignView of(Campaign campaign, LastRun lastRun, Instant startsAt) {
    return new CampaignView(
        campaign.key(),
        campaign.name(),
        campaign.latestVersion(),
        campaign.runs(),
        campaign.review(),
        campaign.hidden(),
        lastRun,
        startsAt,
        campaign.changedAt());
  }
}
