package io.sluice.engine.analysis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.Attributes;
import io.sluice.engine.run.Run;
import io.sluice.engine.run.RunVisits;
import io.sluice.engine.run.Visit;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.segment.SetLog;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import io.sluice.node.FactRef;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts people into groups: by what is known of them now, or by how they left a node. */
@Component
class Groups {
  private static final int MOST = 100;
  private static final String ATTRIBUTE = "attribute:";
  private static final String PORT = "port:";

  private final LevelRows levels;
  private final SetLog sets;
  private final Attributes attributes;
  private final RunVisits visits;
  private final PopulationReader population;

  Groups(
      LevelRows levels,
      SetLog sets,
      Attributes attributes,
      RunVisits visits,
      PopulationReader population) {
    this.levels = levels;
    this.sets = sets;
    this.attributes = attributes;
    this.visits = visits;
    this.population = population;
  }

  /**
   * The groups that have anybody, at most 100 of the largest, and last those of no group.
   *
   * @param by {@code level}, {@code tag}, {@code attribute:<key>} or {@code port:<node>}
   * @param at the instant as of which tags are read; levels and attributes are as they are now
   * @throws Problem 400 if people cannot be put into groups by that
   */
  List<Group> of(Run run, BoundCanvas canvas, String by, Audience people, Instant at) {
    Map<String, Audience> all =
        by.startsWith(PORT)
            ? byPort(run, canvas, by.substring(PORT.length()))
            : byRule(run.workspace(), rules(run.workspace(), by), at);
    List<Group> groups =
        all.entrySet().stream()
            .map(group -> new Group(group.getKey(), group.getValue().intersect(people)))
            .filter(group -> !group.people().isEmpty())
            .sorted(Comparator.comparing(group -> -group.people().size()))
            .limit(MOST)
            .collect(Collectors.toCollection(ArrayList::new));
    Audience others = people.minus(Audience.unionOf(List.copyOf(all.values())));
    if (!others.isEmpty()) {
      groups.add(new Group(null, others));
    }
    return groups;
  }

  private Map<String, Audience> byPort(Run run, BoundCanvas canvas, String node) {
    if (!canvas.has(node)) {
      throw bad("There is no node '" + node + "' in run " + run.id() + "; name one by its id.");
    }
    Map<String, Audience> ports = new LinkedHashMap<>();
    for (Visit visit : visits.of(run, canvas, Set.of(node))) {
      visit.ports().forEach((port, people) -> ports.merge(port, people, Audience::union));
    }
    return ports;
  }

  private Map<String, Audience> byRule(WorkspaceId workspace, Map<String, Rule> rules, Instant at) {
    return population.read(
        workspace,
        population.pin(workspace, at),
        List.of(),
        people -> {
          Map<String, Audience> found = new LinkedHashMap<>();
          rules.forEach((value, rule) -> found.put(value, people.matching(rule)));
          return found;
        });
  }

  private Map<String, Rule> rules(WorkspaceId workspace, String by) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    if (by.equals("level")) {
      levels
          .of(workspace)
          .forEach(
              level ->
                  rules.put(
                      level.toString(), rule(test("profile", "level", "is").put("value", level))));
      return rules;
    }
    if (by.equals("tag")) {
      sets.all(workspace, SetRef.Kind.TAG).stream()
          .map(FactRef::key)
          .forEach(
              tag -> rules.put(tag, rule(JsonNodeFactory.instance.objectNode().put("tag", tag))));
      return rules;
    }
    if (by.startsWith(ATTRIBUTE)) {
      return byAttribute(workspace, by.substring(ATTRIBUTE.length()));
    }
    throw bad(
        "'by' must be level, tag, attribute:<key of an attribute> or port:<id of a node>, such as"
            + " that of a split.");
  }

  private Map<String, Rule> byAttribute(WorkspaceId workspace, String key) {
    Attribute attribute =
        attributes
            .find(workspace, key)
            .orElseThrow(
                () ->
                    bad(
                        "There is no attribute '"
                            + key
                            + "'; "
                            + "use one of: "
                            + groupable(workspace)
                            + "."));
    Map<String, Rule> rules = new LinkedHashMap<>();
    switch (attribute.type()) {
      case CHOICE ->
          attribute
              .choices()
              .forEach(
                  choice ->
                      rules.put(choice, rule(test("attribute", key, "is").put("value", choice))));
      case MULTI_CHOICE ->
          attribute
              .choices()
              .forEach(
                  choice -> {
                    ObjectNode any = test("attribute", key, "has-any");
                    any.putArray("value").add(choice);
                    rules.put(choice, rule(any));
                  });
      case BOOLEAN ->
          List.of(true, false)
              .forEach(
                  value ->
                      rules.put(
                          value.toString(),
                          rule(test("attribute", key, "is").put("value", value))));
      default ->
          throw bad(
              "The attribute '%s' has too many values to make groups; use one of: %s."
                  .formatted(key, groupable(workspace)));
    }
    return rules;
  }

  private String groupable(WorkspaceId workspace) {
    Set<String> names = new TreeSet<>(Set.of("level", "tag"));
    attributes.all(workspace).stream()
        .filter(
            attribute ->
                switch (attribute.type()) {
                  case CHOICE, MULTI_CHOICE, BOOLEAN -> true;
                  default -> false;
                })
        .forEach(attribute -> names.add(ATTRIBUTE + attribute.key()));
    return String.join(", ", names);
  }

  private static ObjectNode test(String kind, String name, String op) {
    return JsonNodeFactory.instance.objectNode().put(kind, name).put("op", op);
  }

  private static Rule rule(ObjectNode condition) {
    return new Rule(condition.toString());
  }

  private static Problem bad(String message) {
    return Problem.badField("bad-grouping", "by", message);
  }
}
