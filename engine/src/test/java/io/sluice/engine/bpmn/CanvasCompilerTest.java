package io.sluice.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.canvas.TestCanvases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden files: run with {@code -Dsluice.golden.write=true} to write them anew, then read the diff.
 */
class CanvasCompilerTest {
  private static final Path GOLDEN = Path.of("src/test/resources/io/sluice/engine/bpmn");

  private final CanvasCompiler compiler = new CanvasCompiler();

  @ParameterizedTest
  @ValueSource(
      strings = {"straight", "joins", "waits", "unplaced", "releases", "receipts", "own-times"})
  void compilesTheCanvasToTheGoldenFile(String name) throws IOException {
    String canvas = Files.readString(GOLDEN.resolve(name + ".canvas.json"));
    Path golden = GOLDEN.resolve(name + ".bpmn");

    String bpmn = compiler.compile(TestCanvases.bind(canvas), "campaign").xml();

    if (Boolean.getBoolean("sluice.golden.write")) {
      Files.writeString(golden, bpmn);
    }
    assertThat(bpmn).isEqualTo(Files.readString(golden));
  }
}
