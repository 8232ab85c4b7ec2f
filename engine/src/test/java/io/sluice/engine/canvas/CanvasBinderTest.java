package io.sluice.engine.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanvasBinderTest {
  @Test
  void givesArrowsWithoutPortsTheMainOnes() {
    BoundCanvas canvas = TestCanvases.bind(TestCanvases.small("a"));

    assertThat(canvas.into("g")).containsExactly(new Wire("e2", "f", "out", "g", "in"));
    assertThat(canvas.order()).containsExactly("t", "f", "g");
    assertThat(canvas.before("g")).containsExactlyInAnyOrder("t", "f");
  }

  @Test
  void refusesCyclesDanglingArrowsUnknownTypesAndWrongSettings() {
    String file = TestCanvases.small("a");

    assertThat(refused(file.replace("\"source\":\"t\"", "\"source\":\"g\"")))
        .containsExactly("cycle");
    assertThat(refused(file.replace("\"target\":\"g\"", "\"target\":\"gone\"")))
        .containsExactly("dangling-edge");
    assertThat(refused(file.replace("\"filter\"", "\"filtre\"")))
        .containsExactly("unknown-node-type");
    assertThat(refused(file.replace("\"action\":\"add\"", "\"action\":\"hug\"")))
        .containsExactly("wrong-type");
    assertThat(refused(file.replace("\"action\"", "\"acton\""))).containsExactly("unknown-setting");
  }

  @Test
  void reportsFullAndUnknownPorts() {
    List<CanvasProblem> problems = new ArrayList<>();
    String more =
        """
        {"id":"e3","source":"t","target":"g"},
        {"id":"e4","source":"f","sourcePort":"side","target":"g"},
        """;

    BoundCanvas canvas =
        TestCanvases.bind(
            TestCanvases.small("a").replace("{\"id\":\"e2\"", more + "{\"id\":\"e2\""), problems);

    assertThat(problems)
        .extracting(CanvasProblem::code)
        .containsExactlyInAnyOrder("port-full", "unknown-port");
    assertThat(canvas.into("g")).hasSize(1);
  }

  @Test
  void tellsWhatNobodyCanReachAndWhatHasNoInput() {
    String file =
        TestCanvases.small("a").replace("{\"id\":\"e1\",\"source\":\"t\",\"target\":\"f\"},", "");

    assertThat(StructureCheck.of(TestCanvases.bind(file)))
        .extracting(CanvasProblem::code, CanvasProblem::nodeId)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("unreachable", "f"),
            org.assertj.core.groups.Tuple.tuple("unreachable", "g"));
  }

  private static List<String> refused(String json) {
    CanvasUnreadable[] thrown = new CanvasUnreadable[1];
    assertThatThrownBy(() -> TestCanvases.bind(json))
        .isInstanceOfSatisfying(CanvasUnreadable.class, unreadable -> thrown[0] = unreadable);
    return thrown[0].problems().stream().map(CanvasProblem::code).toList();
  }
}
