package io.sluice.engine.delivery.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.delivery.gateway.Handover;
import io.sluice.engine.delivery.gateway.TestSends;
import io.sluice.engine.money.Prices;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sends messages to any address to try them: outside of ledger, gates and caps. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/messages/test")
class TestSendController {
  private static final int ADDRESS_LENGTH = 2_000;
  private static final int MOST = 10;

  private final Drafts drafts;
  private final Gateways gateways;
  private final TestSends tests;
  private final Prices prices;

  TestSendController(Drafts drafts, Gateways gateways, TestSends tests, Prices prices) {
    this.drafts = drafts;
    this.gateways = gateways;
    this.tests = tests;
    this.prices = prices;
  }

  @Operation(summary = "Sends a message as a member would get it to other addresses, as a test")
  @PostMapping
  List<Sent> send(@PathVariable Workspace workspace, @RequestBody Test body) {
    List<String> addresses = body.checkedAddresses();
    MessageDraft draft = body.draft();
    String channel = drafts.variant(workspace, draft).channel();
    GatewayConfig gateway = gateway(workspace, body.gateway(), channel);
    SmsParts parts = SmsParts.of(gateway.parts()).orElse(SmsParts.CN_70_67);
    Composed composed = drafts.compose(workspace, draft, parts);
    BigDecimal cost =
        prices
            .unitPrice(workspace.id(), channel, gateway.key())
            .multiply(BigDecimal.valueOf(composed.units()));
    return addresses.stream()
        .map(
            address ->
                Sent.of(
                    address,
                    composed.units(),
                    cost,
                    tests.send(
                        workspace.id(),
                        gateway.key(),
                        address,
                        composed.content(),
                        composed.units())))
        .toList();
  }

  private GatewayConfig gateway(Workspace workspace, String key, String channel) {
    if (key == null) {
      return gateways.defaultOf(workspace.id(), channel);
    }
    return gateways
        .describe(workspace.id(), key)
        .filter(gateway -> gateway.channel().equals(channel))
        .orElseThrow(
            () ->
                Problem.badField(
                    "unknown-gateway",
                    "/gateway",
                    "There is no gateway '%s' of the channel '%s'; leave it out for the usual one."
                        .formatted(key, channel)));
  }

  /** What is to be sent where. */
  record Test(
      String channel,
      String template,
      Map<String, String> content,
      String member,
      String list,
      String coupon,
      String purpose,
      String gateway,
      List<String> addresses) {
    private MessageDraft draft() {
      return new MessageDraft(channel, template, content, member, list, coupon, purpose);
    }

    private List<String> checkedAddresses() {
      if (addresses == null || addresses.isEmpty() || addresses.size() > MOST) {
        throw Problem.badField(
            "no-address", "/addresses", "'addresses' must name 1 to " + MOST + " addresses.");
      }
      for (int i = 0; i < addresses.size(); i++) {
        String field = "/addresses/" + i;
        if (InputText.line(field, addresses.get(i), ADDRESS_LENGTH).isBlank()) {
          throw Problem.badField("no-address", field, "'" + field + "' is blank; give an address.");
        }
      }
      return addresses;
    }
  }

  /** What became of a test at one address, and what it cost. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sent(
      String address,
      boolean test,
      String outcome,
      String reason,
      String reference,
      int units,
      BigDecimal cost) {
    private static Sent of(String address, int units, BigDecimal cost, Handover result) {
      if (result instanceof Handover.Accepted accepted) {
        String reference = accepted.reference().orElse(null);
        return new Sent(address, true, "accepted", null, reference, units, cost);
      }
      if (result instanceof Handover.Refused refused) {
        return new Sent(address, true, "refused", refused.reason(), null, 0, BigDecimal.ZERO);
      }
      if (result instanceof Handover.NotTaken notTaken) {
        return new Sent(address, true, "not-taken", notTaken.reason(), null, 0, BigDecimal.ZERO);
      }
      String reason = ((Handover.Unknown) result).reason();
      return new Sent(address, true, "unknown", reason, null, units, cost);
    }
  }
}
