package io.sluice.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The designer as a marketer meets it: in a browser, with the demo's people behind it. */
@DocumentServerTest
@Tag("any-database")
class DesignerInBrowserTest {
  private static final Path DESIGNER = Path.of("../../designer-ui");
  private static final boolean FULL = "full".equals(System.getProperty("sluice.test.tier"));

  /** From the blank canvas to the finished run, who may do what, and the people and their data. */
  private static final List<String> QUICK =
      List.of("/first-campaign.test.mjs", "/launch.test.mjs", "/data.test.mjs");

  @LocalServerPort private int port;

  @Test
  void browserTestsPass() throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(browser.isPresent(), "There is no Chromium; install it or name one by CHROMIUM.");
    assumeTrue(
        getClass().getResource("/META-INF/resources/designer/index.html") != null,
        "The designer was left out of this build.");
    ProcessBuilder tests = new ProcessBuilder(command()).directory(DESIGNER.toFile());
    tests.environment().put("SLUICE_SERVER", "http://127.0.0.1:" + port);
    tests.environment().put("CHROMIUM", browser.get().toString());
    File log = new File("target/designer-in-browser.log");
    Process run = tests.redirectErrorStream(true).redirectOutput(log).start();
    try {
      int exit = run.waitFor();
      assertThat(exit).as(() -> read(log)).isZero();
      assertThat(read(log)).containsPattern("# pass [1-9]").contains("# fail 0");
    } finally {
      run.destroyForcibly();
    }
  }

  private static List<String> command() throws IOException {
    List<String> command = new ArrayList<>(List.of("node", "--test", "--test-reporter=tap"));
    try (Stream<Path> files = Files.list(DESIGNER.resolve("browser"))) {
      files
          .map(file -> "browser/" + file.getFileName())
          .filter(name -> name.endsWith(".test.mjs"))
          .filter(name -> FULL || QUICK.stream().anyMatch(name::endsWith))
          .sorted()
          .forEach(command::add);
    }
    return command;
  }

  private static Optional<Path> browser() {
    return Stream.of(
            Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"),
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String read(File log) {
    try {
      return Files.readString(log.toPath());
    } catch (IOException e) {
      return "";
    }
  }
}
