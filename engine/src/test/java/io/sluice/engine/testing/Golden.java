package io.sluice.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed file that must equal what the code makes. Run the test with {@code
 * -Dsluice.golden.write=true} to write it anew, then read the diff.
 */
public final class Golden {
  private Golden() {}

  /** Compares JSON with a file of the docs. */
  public static void assertEqualsDocument(String file, JsonNode made) {
    try {
      Path path = Path.of("../docs", file);
      String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(made);
      if (Boolean.getBoolean("sluice.golden.write")) {
        Files.writeString(path, text + "\n");
      }
      assertThat(text + "\n")
          .as("docs/" + file + " is out of date; write it by -Dsluice.golden.write=true")
          .isEqualTo(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
