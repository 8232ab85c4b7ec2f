package io.sluice.engine.alert;

import io.sluice.engine.campaign.Campaigns;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells contacts of alerts: each once, and again after a while as long as the trouble lasts. What
 * was certainly not taken is tried again; what may have arrived is not.
 */
@Component
class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final int MOST_TRIES = 6;
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final AlertRows alerts;
  private final ContactRows contacts;
  private final NoticeRows rows;
  private final Messenger messenger;
  private final Workspaces workspaces;
  private final Campaigns campaigns;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Notices(
      AlertRows alerts,
      ContactRows contacts,
      NoticeRows rows,
      Messenger messenger,
      Workspaces workspaces,
      Campaigns campaigns,
      TransactionTemplate transaction,
      Clock clock) {
    this.alerts = alerts;
    this.contacts = contacts;
    this.rows = rows;
    this.messenger = messenger;
    this.workspaces = workspaces;
    this.campaigns = campaigns;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Makes a notice for each contact of an alert, unless another server does. */
  void take(Alert alert) {
    transaction.executeWithoutResult(
        status -> {
          if (alerts.takeTelling(alert, clock.instant())) {
            contacts.of(alert).forEach(contact -> rows.insert(alert, contact, clock.instant()));
          }
        });
  }

  /** Sends what is due. No transaction is open meanwhile. */
  void send() {
    rows.giveUpTakenBefore(clock.instant().minus(LONGEST));
    for (Notice notice : rows.due(clock.instant())) {
      if (rows.take(notice, clock.instant())) {
        send(notice);
      }
    }
  }

  private void send(Notice notice) {
    Alert alert = alerts.find(notice.workspace(), notice.alert()).orElseThrow();
    Handover result;
    try {
      result = messenger.send(notice, subject(alert), alert.message());
    } catch (RuntimeException e) {
      LOG.error("An alert could not be sent", e);
      result = new Handover.Unknown("error");
    }
    settle(notice, result);
  }

  private void settle(Notice notice, Handover result) {
    if (result instanceof Handover.Accepted) {
      rows.settle(notice, "sent", null);
    } else if (result instanceof Handover.Refused refused) {
      rows.settle(notice, "failed", refused.reason());
    } else if (result instanceof Handover.Unknown unknown) {
      rows.settle(notice, NoticeRows.UNKNOWN, unknown.reason());
    } else if (result instanceof Handover.NotTaken notTaken) {
      int tries = notice.tries() + 1;
      if (tries >= MOST_TRIES) {
        rows.settle(notice, "failed", notTaken.reason());
      } else {
        rows.again(
            notice, notTaken.reason(), clock.instant().plus(PAUSE.multipliedBy(1L << tries)));
      }
    }
  }

  private String subject(Alert alert) {
    String workspace = workspaces.get(alert.workspace()).name();
    return alert.campaign() == null
        ? "Sluice: " + workspace
        : "Sluice: %s, %s"
            .formatted(workspace, campaigns.get(alert.workspace(), alert.campaign()).name());
  }
}
