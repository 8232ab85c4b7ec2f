package io.sluice.engine.delivery.receipt;

import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.receipt.ReceiptRows.Source;
import io.sluice.engine.delivery.receipt.ReceiptRows.Waiting;
import io.sluice.engine.member.Addresses;
import io.sluice.engine.member.Consents;
import io.sluice.engine.member.Withdrawal;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends consents of people who say so, for their number or mailbox: whoever shares it, too. */
@Component
public class ConsentEnds {
  private static final String SMS = "sms";
  private static final int SOURCE_LENGTH = 200;
  private static final int WORDING_LENGTH = 1_000;

  private final ReplyKeywords keywords;
  private final Addresses addresses;
  private final Consents consents;

  ConsentEnds(ReplyKeywords keywords, Addresses addresses, Consents consents) {
    this.keywords = keywords;
    this.addresses = addresses;
    this.consents = consents;
  }

  /**
   * Ends the consent if that is what the receipt says.
   *
   * @param message what the ledger has of the message, where it is there; a reply from a number
   *     that is known counts without it
   */
  void end(Source source, Waiting waiting, Optional<LedgerRows.Entry> message) {
    Receipt receipt = waiting.receipt();
    boolean said =
        receipt.kind() == Receipt.Kind.UNSUBSCRIBED
            ? message.isPresent()
            : receipt.kind() == Receipt.Kind.REPLIED
                && receipt.text().filter(text -> ends(source, text)).isPresent();
    Optional<String> address = receipt.address().or(() -> message.map(LedgerRows.Entry::address));
    if (said && address.isPresent()) {
      end(
          source.workspace(),
          Audience.empty(),
          address,
          new Withdrawal(
              message.map(LedgerRows.Entry::channel).orElse(SMS),
              receipt.kind() == Receipt.Kind.REPLIED ? "reply" : "unsubscribe",
              receipt.text().map(text -> shortened(text, WORDING_LENGTH)).orElse(null),
              shortened("gateway " + source.gateway(), SOURCE_LENGTH),
              waiting.receivedAt()));
    }
  }

  private boolean ends(Source source, String text) {
    return keywords.of(source.workspace()).contains(ReplyKeywords.folded(text));
  }

  private static String shortened(String text, int length) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= length ? line : line.substring(0, length);
  }

  /** Ends the consent of people and of everybody at an address, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(
      WorkspaceId workspace, Audience people, Optional<String> address, Withdrawal withdrawal) {
    Audience members = addresses.known(workspace, people);
    if (address.isPresent()) {
      addresses.optOut(
          workspace, withdrawal.channel(), address.get(), withdrawal.at(), withdrawal.source());
      members = members.union(addresses.members(workspace, address.get()));
    }
    consents.withdraw(workspace, members, withdrawal);
  }
}
