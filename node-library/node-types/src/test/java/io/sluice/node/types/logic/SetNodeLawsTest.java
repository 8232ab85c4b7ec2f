package io.sluice.node.types.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.node.Audience;
import io.sluice.node.OutPort;
import io.sluice.node.Rule;
import io.sluice.node.testkit.NodeResult;
import io.sluice.node.testkit.NodeTester;
import io.sluice.node.types.logic.BranchNode.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** The set nodes against the question "by which port does this person leave?", asked one by one. */
class SetNodeLawsTest {
  private static final List<Integer> PEOPLE =
      List.of(0, 1, 2, 3, 4, 65_535, 65_536, 70_000, 200_000);
  private static final Audience MEMBERS = Audience.range(0, 200_001);

  @Provide
  Arbitrary<Set<Integer>> crowds() {
    return Arbitraries.of(PEOPLE).set();
  }

  @Property
  void mergePassesWhoeverIsOnSomePath(
      @ForAll @Size(max = 5) List<@From("crowds") Set<Integer>> paths) {
    NodeResult result = arrive(NodeTester.of(new MergeNode()).settings("{}"), paths).run();

    assertEachLeaves(result, person -> onSome(paths, person) ? "out" : null);
  }

  @Property
  void intersectPassesWhoeverIsOnAllPaths(
      @ForAll @Size(max = 5) List<@From("crowds") Set<Integer>> paths) {
    NodeResult result = arrive(NodeTester.of(new IntersectNode()).settings("{}"), paths).run();

    assertEachLeaves(
        result,
        person -> {
          if (!onSome(paths, person)) {
            return null;
          }
          return paths.stream().allMatch(path -> path.contains(person)) ? "out" : OutPort.REST;
        });
  }

  @Property
  void excludePassesWhoeverIsOnTheMainPathOnly(
      @ForAll("crowds") Set<Integer> main,
      @ForAll @Size(max = 4) List<@From("crowds") Set<Integer>> others) {
    NodeTester<ExcludeNode.Settings> node =
        NodeTester.of(new ExcludeNode()).settings("{}").at("main", audience(main));
    others.forEach(other -> node.at("minus", audience(other)));

    assertEachLeaves(
        node.run(),
        person -> {
          if (!main.contains(person)) {
            return null;
          }
          return onSome(others, person) ? "rest" : "out";
        });
  }

  @Property
  void dedupePassesEachPersonOnTheFirstPathThatHasThem(
      @ForAll @Size(min = 2, max = 6) List<@From("crowds") Set<Integer>> paths) {
    NodeTester<DedupeNode.Settings> node =
        NodeTester.of(new DedupeNode()).settings(new DedupeNode.Settings(paths.size()));
    for (int i = 0; i < paths.size(); i++) {
      node.at("in" + (i + 1), audience(paths.get(i)));
    }

    assertEachLeaves(
        node.run(), person -> first(paths, person).map(i -> "out" + (i + 1)).orElse(null));
  }

  @Property
  void filterPassesWhoeverMeetsTheRule(
      @ForAll("crowds") Set<Integer> people, @ForAll("crowds") Set<Integer> matching) {
    NodeResult result =
        NodeTester.of(new FilterNode())
            .members(MEMBERS)
            .settings(new FilterNode.Settings(rule(0)))
            .rule(rule(0), array(matching))
            .at("in", audience(people))
            .run();

    assertEachLeaves(
        result,
        person -> {
          if (!people.contains(person)) {
            return null;
          }
          return matching.contains(person) ? "out" : "rest";
        });
  }

  @Property
  void branchSendsEachPersonAlongTheFirstMatch(
      @ForAll("crowds") Set<Integer> people,
      @ForAll @Size(min = 1, max = 5) List<@From("crowds") Set<Integer>> matching) {
    List<Branch> branches = new ArrayList<>();
    NodeTester<BranchNode.Settings> node = NodeTester.of(new BranchNode()).members(MEMBERS);
    for (int i = 0; i < matching.size(); i++) {
      branches.add(new Branch("branch" + i, null, rule(i)));
      node.rule(rule(i), array(matching.get(i)));
    }
    node.settings(new BranchNode.Settings(branches)).at("in", audience(people));

    assertEachLeaves(
        node.run(),
        person -> {
          if (!people.contains(person)) {
            return null;
          }
          return first(matching, person).map(i -> "branch" + i).orElse("rest");
        });
  }

  private static void assertEachLeaves(NodeResult result, IntFunction<String> portOf) {
    for (int person : PEOPLE) {
      List<String> ports =
          result.outputs().byPort().entrySet().stream()
              .filter(port -> port.getValue().contains(person))
              .map(Map.Entry::getKey)
              .toList();
      assertThat(ports)
          .as("ports by which %s leaves", person)
          .isEqualTo(Optional.ofNullable(portOf.apply(person)).stream().toList());
    }
  }

  private static boolean onSome(List<Set<Integer>> paths, int person) {
    return paths.stream().anyMatch(path -> path.contains(person));
  }

  private static Optional<Integer> first(List<Set<Integer>> paths, int person) {
    for (int i = 0; i < paths.size(); i++) {
      if (paths.get(i).contains(person)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static <C extends Record> NodeTester<C> arrive(
      NodeTester<C> node, List<Set<Integer>> paths) {
    paths.forEach(path -> node.at("in", audience(path)));
    return node;
  }

  private static Rule rule(int number) {
    return new Rule("{\"rule\":" + number + "}");
  }

  private static Audience audience(Set<Integer> people) {
    return Audience.of(array(people));
  }

  private static int[] array(Set<Integer> people) {
    return people.stream().mapToInt(person -> person).toArray();
  }
}
