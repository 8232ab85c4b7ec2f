package io.sluice.engine.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanvasReaderTest {
  private final CanvasReader reader = new CanvasReader();

  @Test
  void givesBackWhatItRead() {
    Canvas canvas = read(TestCanvases.small("Win-back"));

    assertThat(reader.read(reader.write(canvas))).isEqualTo(canvas);
  }

  @Test
  void tellsAllProblemsAtOnceWithTheirPlaces() {
    assertThat(
            problems(
                """
                {"schemaVersion":2,"name":"","nodes":[{"id":"1","type":7},{"id":"a","type":"x","colour":1}],
                 "edges":[{"id":"e","source":"a"}]}
                """))
        .extracting(CanvasProblem::field)
        .containsExactlyInAnyOrder(
            "/schemaVersion",
            "/name",
            "/nodes/0/id",
            "/nodes/0/type",
            "/nodes/1/colour",
            "/edges/0/target");
  }

  @Test
  void readsAnEmptyCanvasBack() {
    Canvas empty = new Canvas(1, "Empty", null, List.of(), List.of(), List.of());

    assertThat(reader.read(reader.write(empty))).isEqualTo(empty);
  }

  @Test
  void keepsNotesAndWhatIsSwitchedOff() {
    Canvas canvas =
        read(
            """
            {"schemaVersion":1,"name":"n","nodes":[{"id":"a","type":"merge","disabled":true}],"edges":[],
             "notes":[{"id":"n1","text":"Ask Eve\\nfirst","position":{"x":1,"y":2},"width":300}]}
            """);

    assertThat(canvas.nodes().get(0).disabled()).isTrue();
    assertThat(canvas.notes().get(0).text()).isEqualTo("Ask Eve\nfirst");
    assertThat(reader.read(reader.write(canvas))).isEqualTo(canvas);
  }

  @Test
  void tellsWhatIsWrongWithNotes() {
    assertThat(
            problems(
                """
                {"schemaVersion":1,"name":"n","nodes":[{"id":"a","type":"merge","disabled":"no"}],"edges":[],
                 "notes":[{"id":"n1","text":7,"width":1},{"id":"n1","position":{"x":1,"y":2}}]}
                """))
        .extracting(CanvasProblem::field)
        .containsExactlyInAnyOrder(
            "/nodes/0/disabled",
            "/notes/0/text",
            "/notes/0/position",
            "/notes/0/width",
            "/notes/1/id");
  }

  @Test
  void namesTheLineOfBrokenJson() {
    assertThat(problems("{\"schemaVersion\":1,\n \"name\":}"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message().en()).contains("line 2"));
  }

  @Test
  void refusesRepeatedFieldsAndDeepNestingAndLongFiles() {
    assertThat(problems("{\"name\":\"a\",\"name\":\"b\"}")).hasSize(1);
    assertThat(problems("[".repeat(5_000))).hasSize(1);
    assertThat(problems(" ".repeat(CanvasReader.MAX_BYTES + 1)))
        .extracting(CanvasProblem::code)
        .containsExactly("too-large");
  }

  @Test
  void refusesCharactersThatNoDatabaseKeeps() {
    String file = TestCanvases.small("a").replace("\"vip\"", "\"v\\u0000p\"");

    assertThat(problems(file))
        .extracting(CanvasProblem::field)
        .containsExactly("/nodes/2/config/tag");
  }

  private Canvas read(String json) {
    return reader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private List<CanvasProblem> problems(String json) {
    CanvasUnreadable[] thrown = new CanvasUnreadable[1];
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(CanvasUnreadable.class, unreadable -> thrown[0] = unreadable);
    return thrown[0].problems();
  }
}
