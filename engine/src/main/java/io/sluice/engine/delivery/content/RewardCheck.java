package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Liquid;
import io.sluice.engine.delivery.content.liquid.LiquidProblem;
import io.sluice.engine.delivery.content.liquid.MessageParts;
import io.sluice.engine.delivery.content.liquid.Placeholder;
import io.sluice.engine.segment.RewardFacts;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what is wrong with what a message says of rewards. */
@Component
class RewardCheck {
  private static final Set<String> MEANS = Set.of("code", "link");
  private static final Set<String> VALIDITY = Set.of("validity", "valid_until");

  private final Liquid liquid;
  private final RewardFacts facts;
  private final RewardValues values;

  RewardCheck(Liquid liquid, RewardFacts facts, RewardValues values) {
    this.liquid = liquid;
    this.facts = facts;
    this.values = values;
  }

  /** Something wrong with a part. */
  record Found(boolean error, String code, String part, Text text) {}

  List<Found> check(
      WorkspaceId workspace, MessageParts channel, Map<String, String> content, Route route) {
    List<Found> found = new ArrayList<>();
    Map<Placeholder, String> named = placeholders(channel, content);
    List<String> accounts =
        named.keySet().stream().anyMatch(Placeholder.Points.class::isInstance)
            ? facts.accounts(workspace)
            : List.of();
    Map<List<Object>, List<Placeholder.Reward>> gifts = new LinkedHashMap<>();
    named.forEach(
        (placeholder, part) -> {
          if (placeholder instanceof Placeholder.Points points) {
            checkPoints(points, accounts)
                .ifPresent(
                    text -> found.add(new Found(true, "unknown-points-account", part, text)));
          } else if (placeholder instanceof Placeholder.Reward reward) {
            gifts
                .computeIfAbsent(List.of(reward.kind(), reward.node()), any -> new ArrayList<>())
                .add(reward);
          }
        });
    gifts.values().forEach(same -> checkGift(same, named.get(same.get(0)), route, found));
    return found;
  }

  /** What the parts name, each with the first part that names it. */
  private Map<Placeholder, String> placeholders(MessageParts channel, Map<String, String> content) {
    Map<Placeholder, String> named = new LinkedHashMap<>();
    try {
      channel
          .read(content, liquid)
          .forEach(
              (part, template) ->
                  template.placeholders().stream()
                      .sorted(Comparator.comparing(Placeholder::toString))
                      .forEach(one -> named.putIfAbsent(one, part)));
    } catch (LiquidProblem unreadable) {
      return Map.of();
    }
    return named;
  }

  private static Optional<Text> checkPoints(Placeholder.Points points, List<String> accounts) {
    if (points.account().isPresent()) {
      return Optional.of(points.account().get())
          .filter(account -> !accounts.contains(account))
          .map(account -> RewardCheckTexts.unknownAccount(account, accounts));
    }
    return accounts.size() == 1
        ? Optional.empty()
        : Optional.of(RewardCheckTexts.whichAccount(accounts));
  }

  /** All placeholders of one gift are told together. */
  private void checkGift(
      List<Placeholder.Reward> same, String part, Route route, List<Found> found) {
    Placeholder.Reward first = same.get(0);
    List<Route.Giver> givers = route.givers(first.kind());
    List<Route.Giver> meant = route.meant(first.kind(), first.node());
    if (!values.knows(first.kind()) || givers.isEmpty()) {
      found.add(new Found(true, "no-reward-before", part, RewardCheckTexts.noneBefore(first)));
    } else if (meant.isEmpty()) {
      found.add(
          new Found(
              true,
              "unknown-reward-node",
              part,
              RewardCheckTexts.unknownNode(first, nodes(givers))));
    } else if (meant.size() > 1) {
      found.add(
          new Found(
              false, "several-reward-nodes", part, RewardCheckTexts.several(first, nodes(meant))));
    }
    Set<String> said = same.stream().map(Placeholder.Reward::part).collect(Collectors.toSet());
    boolean gives = said.stream().anyMatch(MEANS::contains);
    boolean tells = said.contains("conditions") && said.stream().anyMatch(VALIDITY::contains);
    if (first.kind().equals("coupon") && gives && !tells && !meant.isEmpty()) {
      found.add(
          new Found(false, "coupon-without-terms", part, RewardCheckTexts.withoutTerms(first)));
    }
  }

  private static List<String> nodes(List<Route.Giver> givers) {
    return givers.stream().map(Route.Giver::node).toList();
  }
}
