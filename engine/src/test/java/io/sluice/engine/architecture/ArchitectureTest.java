package io.sluice.engine.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.sluice.engine.canvas.CanvasThatKnowsRuns;
import io.sluice.engine.web.MisplacedController;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the rooms of the engine, each with a proof that it can be broken. */
class ArchitectureTest {
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(Arrows.ENGINE);
  private static final JavaClasses BROKEN =
      new ClassFileImporter()
          .importClasses(
              CanvasThatKnowsRuns.class,
              MisplacedController.class,
              io.sluice.engine.run.RunStarter.class,
              io.sluice.engine.campaign.CanvasVersions.class,
              io.sluice.engine.canvas.BoundCanvas.class);

  static Stream<ArchRule> rules() {
    return Stream.of(
        Arrows.onlyBpmnKnowsCamunda(),
        Arrows.onlyScheduleKnowsQuartz(),
        Arrows.nobodyNamesABuiltInNode(),
        Arrows.nobodyRunsScripts(),
        Arrows.controllersLiveBesideTheirFeature(),
        Arrows.nothingGoesRoundInCircles());
  }

  static Stream<ArchRule> arrows() {
    return Arrows.arrows(
        ENGINE.stream()
            .map(type -> type.getPackageName())
            .filter(name -> !name.equals(Arrows.ENGINE))
            .map(name -> name.substring(Arrows.ENGINE.length() + 1).split("\\.")[0])
            .distinct());
  }

  @ParameterizedTest
  @MethodSource({"rules", "arrows"})
  void holds(ArchRule rule) {
    assertThat(ENGINE).hasSizeGreaterThan(100);
    assertThatCode(() -> rule.allowEmptyShould(true).check(ENGINE)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void seesWhoBreaksIt(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(BROKEN)).isInstanceOf(AssertionError.class);
  }

  @Test
  void seesAnArrowThatPointsTheWrongWay() {
    ArchRule rule = Arrows.arrows(Stream.of("canvas")).findFirst().orElseThrow();

    assertThatThrownBy(() -> rule.check(BROKEN))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("RunStarter");
  }
}
