package io.sluice.engine.delivery.tracking;

import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.receipt.ReceiptInbox;
import io.sluice.engine.delivery.tracking.LinkLookup.Followed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Notes that people followed links, once per person and link. */
@Component
class Following {
  private final ReceiptInbox inbox;
  private final Clock clock;

  Following(ReceiptInbox inbox, Clock clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Notes what following a link means. */
  void note(Followed followed, String token, Receipt.Kind kind) {
    inbox.accept(
        followed.link().workspace(),
        ReceiptInbox.OWN,
        List.of(
            new Receipt(
                kind.key() + ":" + token,
                Optional.of(followed.link().message(followed.member())),
                Optional.empty(),
                kind,
                clock.instant(),
                Optional.empty(),
                Optional.ofNullable(followed.link().target()))));
  }
}
