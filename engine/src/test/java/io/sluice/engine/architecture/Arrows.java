package io.sluice.engine.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RestController;

/** The rooms of the engine and who may know whom. */
final class Arrows {
  static final String ENGINE = "io.sluice.engine";

  /** What stands under everything: problems and input texts, workspaces, the database. */
  private static final Set<String> GROUND = Set.of("web", "workspace", "storage");

  /** For each package the ones it may know besides itself and the ground. */
  private static final Map<String, Set<String>> KNOWS =
      Map.ofEntries(
          Map.entry("nodetype", Set.of()),
          Map.entry("canvas", Set.of("nodetype")),
          Map.entry("audience", Set.of()),
          Map.entry("security", Set.of()),
          Map.entry("access", Set.of()),
          Map.entry("importing", Set.of()),
          Map.entry("member", Set.of("importing")),
          Map.entry("event", Set.of("importing", "member")),
          Map.entry("segment", Set.of("event", "member")),
          Map.entry("money", Set.of()),
          Map.entry(
              "reward", Set.of("delivery", "event", "importing", "member", "money", "segment")),
          Map.entry("bpmn", Set.of("canvas", "nodetype", "segment", "server")),
          Map.entry("server", Set.of()),
          Map.entry(
              "delivery",
              Set.of(
                  "audience",
                  "event",
                  "importing",
                  "member",
                  "money",
                  "nodetype",
                  "segment",
                  "server")),
          Map.entry("step", Set.of("canvas", "delivery", "money", "nodetype", "segment")),
          Map.entry(
              "campaign",
              Set.of(
                  "bpmn",
                  "canvas",
                  "delivery",
                  "member",
                  "money",
                  "nodetype",
                  "reward",
                  "segment")),
          Map.entry(
              "run",
              Set.of(
                  "audience",
                  "bpmn",
                  "campaign",
                  "canvas",
                  "delivery",
                  "member",
                  "money",
                  "nodetype",
                  "reward",
                  "segment",
                  "server",
                  "step")),
          Map.entry("schedule", Set.of("campaign", "run", "server")),
          Map.entry(
              "analysis",
              Set.of(
                  "audience",
                  "campaign",
                  "canvas",
                  "delivery",
                  "event",
                  "member",
                  "money",
                  "nodetype",
                  "reward",
                  "run",
                  "segment",
                  "server")),
          Map.entry("alert", Set.of("campaign", "delivery", "run", "schedule", "server")),
          Map.entry(
              "dryrun",
              Set.of(
                  "audience",
                  "bpmn",
                  "campaign",
                  "canvas",
                  "delivery",
                  "member",
                  "money",
                  "nodetype",
                  "run",
                  "segment",
                  "step")));

  private Arrows() {}

  static ArchRule onlyBpmnKnowsCamunda() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ENGINE + ".bpmn..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..")
        .because("moving to a fork of Camunda must be a small change");
  }

  static ArchRule onlyScheduleKnowsQuartz() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ENGINE + ".schedule..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.quartz..");
  }

  static ArchRule nobodyNamesABuiltInNode() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.sluice.node.types..")
        .because("node types are found at run time, and the engine asks their traits");
  }

  static ArchRule nobodyRunsScripts() {
    return noClasses().should().dependOnClassesThat().resideInAPackage("javax.script..");
  }

  static ArchRule controllersLiveBesideTheirFeature() {
    return classes()
        .that()
        .areAnnotatedWith(RestController.class)
        .should()
        .haveSimpleNameEndingWith("Controller")
        .andShould()
        .resideOutsideOfPackages(
            ENGINE, ENGINE + ".web..", ENGINE + ".bpmn..", ENGINE + ".storage..");
  }

  static ArchRule nothingGoesRoundInCircles() {
    return slices().matching(ENGINE + ".(*)..").should().beFreeOfCycles();
  }

  /** One rule for each package; a package that is not listed may know the ground only. */
  static Stream<ArchRule> arrows(Stream<String> packages) {
    return packages.sorted().map(Arrows::arrowsOf);
  }

  private static ArchRule arrowsOf(String room) {
    Set<String> known =
        GROUND.contains(room)
            ? GROUND
            : Stream.concat(GROUND.stream(), KNOWS.getOrDefault(room, Set.of()).stream())
                .collect(Collectors.toSet());
    String[] allowed =
        Stream.concat(Stream.of(room), known.stream())
            .map(one -> ENGINE + "." + one + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(ENGINE + "." + room + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(ENGINE + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed))))
        .as(room + " knows only " + known);
  }
}
