package io.sluice.engine.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.segment.Bounds;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.segment.RulePeople;
import io.sluice.engine.step.StepRequest;
import io.sluice.node.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells of each condition of a node's rules whether one person meets it. */
@Component
class ConditionAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 50;
  private static final List<String> GROUPS = List.of("all", "any", "none");

  private final PopulationReader population;

  ConditionAnswers(PopulationReader population) {
    this.population = population;
  }

  /** The first conditions of the node, in the order of its settings, groups taken apart. */
  List<Walk.Answer> of(StepRequest request, int member) {
    List<JsonNode> conditions =
        request.node().rules().stream()
            .flatMap(rule -> conditions(tree(rule)))
            .distinct()
            .limit(MOST)
            .toList();
    return conditions.isEmpty() ? List.of() : answers(request, conditions, member);
  }

  private List<Walk.Answer> answers(StepRequest request, List<JsonNode> conditions, int member) {
    return population.read(
        request.workspace().id(),
        request.pin(),
        request.overlay(),
        request.sureOverlay(),
        request.past(),
        people -> {
          List<Walk.Answer> answers = new ArrayList<>();
          conditions.forEach(one -> answers.add(new Walk.Answer(one, met(people, one, member))));
          return answers;
        });
  }

  private static Boolean met(RulePeople people, JsonNode condition, int member) {
    Bounds who = people.bounds(new Rule(condition.toString()));
    boolean surely = who.surely().contains(member);
    return surely == who.possibly().contains(member) ? surely : null;
  }

  private static Stream<JsonNode> conditions(JsonNode rule) {
    for (String group : GROUPS) {
      if (rule.has(group)) {
        return Stream.iterate(0, i -> i < rule.get(group).size(), i -> i + 1)
            .flatMap(i -> conditions(rule.get(group).get(i)));
      }
    }
    return Stream.of(rule);
  }

  private static JsonNode tree(Rule rule) {
    try {
      return JSON.readTree(rule.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A bound rule is JSON", e);
    }
  }
}
