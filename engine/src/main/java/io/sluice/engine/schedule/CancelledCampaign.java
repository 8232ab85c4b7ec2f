package io.sluice.engine.schedule;

import io.sluice.engine.campaign.CampaignCancelled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the schedule of a campaign away when it is cancelled: nothing of it comes any more. */
@Component
class CancelledCampaign {
  private final ScheduleStore store;

  CancelledCampaign(ScheduleStore store) {
    this.store = store;
  }

  @EventListener
  void unschedule(CampaignCancelled cancelled) {
    store.delete(cancelled.workspace(), cancelled.campaign());
  }
}
