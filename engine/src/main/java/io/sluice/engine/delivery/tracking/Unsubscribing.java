package io.sluice.engine.delivery.tracking;

import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.receipt.ConsentEnds;
import io.sluice.engine.delivery.receipt.SentTo;
import io.sluice.engine.delivery.tracking.LinkLookup.Followed;
import io.sluice.engine.member.Withdrawal;
import io.sluice.node.Audience;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends the consent of people who followed the link for it. */
@Component
class Unsubscribing {
  private final ConsentEnds consents;
  private final SentTo sentTo;
  private final Following following;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Unsubscribing(
      ConsentEnds consents,
      SentTo sentTo,
      Following following,
      TransactionTemplate transaction,
      Clock clock) {
    this.consents = consents;
    this.sentTo = sentTo;
    this.following = following;
    this.transaction = transaction;
    this.clock = clock;
  }

  void end(Followed followed, String token) {
    Link link = followed.link();
    transaction.executeWithoutResult(
        status ->
            consents.end(
                link.workspace(),
                Audience.of(followed.member()),
                sentTo.address(link.message(followed.member())),
                new Withdrawal(
                    link.channel(),
                    "unsubscribe",
                    null,
                    "link in run %d, node %s".formatted(link.run(), link.node()),
                    clock.instant())));
    following.note(followed, token, Receipt.Kind.UNSUBSCRIBED);
  }
}
