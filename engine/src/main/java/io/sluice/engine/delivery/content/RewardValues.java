package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Placeholder;
import io.sluice.engine.segment.PlannedPoints;
import io.sluice.engine.segment.PlannedWrite;
import io.sluice.engine.segment.RewardFacts;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what people were given, and the points they have, as far as a message names it. */
@Component
class RewardValues {
  private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  private final Map<String, RewardTexts> texts;
  private final RewardFacts facts;
  private final Clock clock;

  RewardValues(List<RewardTexts> texts, RewardFacts facts, Clock clock) {
    this.texts = texts.stream().collect(Collectors.toMap(RewardTexts::kind, Function.identity()));
    this.facts = facts;
    this.clock = clock;
  }

  /** Whether anybody gives rewards of a kind. */
  boolean knows(String kind) {
    return texts.containsKey(kind);
  }

  /** Adds what a message names to the values of people. */
  void add(
      Workspace workspace,
      Audience people,
      Route route,
      Given given,
      Set<Placeholder> wanted,
      Map<Integer, Map<Placeholder, Object>> values) {
    Map<Route.Giver, Map<Integer, Map<String, Object>>> known = new HashMap<>();
    for (Placeholder placeholder : wanted) {
      if (placeholder instanceof Placeholder.Points points) {
        addPoints(workspace, people, points, given, values);
      } else if (placeholder instanceof Placeholder.Reward reward && knows(reward.kind())) {
        if (given instanceof Given.Example example) {
          addExample(workspace, people, reward, example, values);
          continue;
        }
        // The first that counts is put last.
        List<Route.Giver> meant = route.meant(reward.kind(), reward.node());
        for (int i = meant.size() - 1; i >= 0; i--) {
          known
              .computeIfAbsent(meant.get(i), giver -> given(workspace, people, giver, given))
              .forEach((person, parts) -> put(values, person, reward, parts.get(reward.part())));
        }
      }
    }
  }

  private Map<Integer, Map<String, Object>> given(
      Workspace workspace, Audience people, Route.Giver giver, Given given) {
    RewardTexts kind = texts.get(giver.kind());
    if (given instanceof Given.Recorded recorded) {
      return kind.given(workspace, recorded.message(), giver, people);
    }
    Given.Foreseen foreseen = (Given.Foreseen) given;
    Map<String, Object> example =
        kind.example(workspace, Optional.of(giver.key()), foreseen.instantOf(giver.node()));
    Map<Integer, Map<String, Object>> all = new HashMap<>();
    foreseen.at(giver.node()).intersect(people).forEach(person -> all.put(person, example));
    return all;
  }

  private void addExample(
      Workspace workspace,
      Audience people,
      Placeholder.Reward reward,
      Given.Example example,
      Map<Integer, Map<Placeholder, Object>> values) {
    Optional<String> key = reward.kind().equals("coupon") ? example.coupon() : Optional.empty();
    Map<String, Object> parts = texts.get(reward.kind()).example(workspace, key, clock.instant());
    people.forEach(person -> put(values, person, reward, parts.get(reward.part())));
  }

  private void addPoints(
      Workspace workspace,
      Audience people,
      Placeholder.Points points,
      Given given,
      Map<Integer, Map<Placeholder, Object>> values) {
    Optional<String> account = account(workspace, points);
    if (account.isEmpty()) {
      return;
    }
    Instant until = FOREVER;
    Instant now = FOREVER;
    List<PlannedWrite> writes = List.of();
    if (given instanceof Given.Recorded recorded) {
      until = recorded.asOf().orElse(FOREVER);
    } else if (given instanceof Given.Foreseen foreseen) {
      until = foreseen.instant();
      now = foreseen.knownUntil();
      writes =
          foreseen.points().stream()
              .filter(planned -> planned.write().target().key().equals(account.get()))
              .toList();
    }
    new PlannedPoints(facts, workspace.id(), account.get(), writes, now)
        .balances(people, until)
        .forEach((member, balance) -> put(values, member, points, balance));
  }

  private Optional<String> account(Workspace workspace, Placeholder.Points points) {
    List<String> accounts = facts.accounts(workspace.id());
    return points
        .account()
        .or(() -> accounts.size() == 1 ? Optional.of(accounts.get(0)) : Optional.empty())
        .filter(accounts::contains);
  }

  private static void put(
      Map<Integer, Map<Placeholder, Object>> values,
      int person,
      Placeholder placeholder,
      Object value) {
    if (value != null) {
      values.computeIfAbsent(person, any -> new HashMap<>()).put(placeholder, value);
    }
  }
}
