package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the worked example of docs/adding-a-node.md equal to the code that is tested here. */
class AddingANodeGuideTest {
  private static final Path SOURCES = Path.of("src/test/java/com/example");

  @Test
  void showsTheCodeThatIsTested() throws IOException {
    String guide = Files.readString(Path.of("../../docs/adding-a-node.md"));
    List<String> code =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(guide)
            .results()
            .map(block -> block.group(1))
            .toList();

    assertThat(code)
        .containsExactly(
            Files.readString(SOURCES.resolve("LimitNode.java")),
            Files.readString(SOURCES.resolve("GreetingNode.java")),
            Files.readString(SOURCES.resolve("LimitNodeTest.java")));
  }
}
