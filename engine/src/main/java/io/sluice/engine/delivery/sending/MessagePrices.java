package io.sluice.engine.delivery.sending;

import io.sluice.engine.delivery.content.Composer;
import io.sluice.engine.delivery.content.Given;
import io.sluice.engine.delivery.content.Route;
import io.sluice.engine.delivery.content.SmsParts;
import io.sluice.engine.delivery.gate.Admission;
import io.sluice.engine.delivery.gateway.GatewayConfig;
import io.sluice.engine.delivery.gateway.Gateways;
import io.sluice.engine.money.Need;
import io.sluice.engine.money.Prices;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Message;
import io.sluice.node.ValueWrite;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells beforehand how many parts messages will have and what they will cost. */
@Component
public class MessagePrices {
  private final Composer composer;
  private final Gateways gateways;
  private final Prices prices;

  MessagePrices(Composer composer, Gateways gateways, Prices prices) {
    this.composer = composer;
    this.gateways = gateways;
    this.prices = prices;
  }

  /**
   * What messages cost.
   *
   * @param units message parts
   * @param cost in the currency of the workspace
   * @param needs the same units, by gateway
   */
  public record Price(long units, BigDecimal cost, List<Need> needs) {
    /** Nothing costs nothing. */
    public static final Price NOTHING = new Price(0, BigDecimal.ZERO, List.of());
  }

  /**
   * The price of a node's message for groups of people, as the caller's transaction sees them.
   *
   * @param route what stands before the node
   * @param given what people would be given there
   * @param written what nodes before would have written
   */
  public Price of(
      Workspace workspace,
      String node,
      Message message,
      Route route,
      Given given,
      List<Admission.Group> groups,
      List<ValueWrite> written) {
    long units = 0;
    BigDecimal cost = BigDecimal.ZERO;
    List<Need> needs = new ArrayList<>();
    for (Admission.Group group : groups) {
      GatewayConfig gateway = gateway(workspace.id(), message, group);
      long parts =
          composer
              .prepare(
                  workspace,
                  message,
                  route,
                  given,
                  group.variant(),
                  SmsParts.of(gateway.parts()).orElse(SmsParts.CN_70_67))
              .units(group.members(), written);
      units += parts;
      needs.add(new Need(node, group.channel(), gateway.key(), parts));
      cost =
          cost.add(
              prices
                  .unitPrice(workspace.id(), group.channel(), gateway.key())
                  .multiply(BigDecimal.valueOf(parts)));
    }
    return new Price(units, cost, needs);
  }

  /** The gateway by which a group's messages go out. */
  GatewayConfig gateway(WorkspaceId workspace, Message message, Admission.Group group) {
    return gateways.carrierOf(workspace, message.variants().get(group.variant()));
  }
}
