package io.sluice.engine.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Public data sets that are not part of the project. Tests on them run where they are found: in the
 * folder that the environment variable {@code SLUICE_DATA} names, or in {@code shared/data} beside
 * the checkout.
 */
public final class PublicData {
  private PublicData() {}

  /** A file of the data sets; skips the test where it is not there. */
  public static Path require(String file) {
    Optional<Path> found = find(file);
    Assumptions.assumeTrue(
        found.isPresent(), () -> "Skipped: no " + file + " in $SLUICE_DATA or ../shared/data");
    return found.orElseThrow();
  }

  private static Optional<Path> find(String file) {
    String named = System.getenv("SLUICE_DATA");
    if (named != null) {
      return Optional.of(Path.of(named, file)).filter(Files::exists);
    }
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      Path path = up.resolve("shared/data").resolve(file);
      if (Files.exists(path)) {
        return Optional.of(path);
      }
    }
    return Optional.empty();
  }
}
