package io.sluice.engine.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents of the repository, and the code that they speak of. */
final class Documents {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Documents() {}

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String file) {
    return read(ROOT.resolve(file));
  }

  /** The documents at the root, in docs and in samples. */
  static List<Path> all() {
    return Stream.concat(
            files("", 1, ".md").stream(),
            Stream.of("docs", "samples").flatMap(folder -> files(folder, 3, ".md").stream()))
        .toList();
  }

  /** The Java sources below some folders as one text, without those of tests. */
  static String code(String... folders) {
    return Stream.of(folders)
        .flatMap(folder -> files(folder, 30, ".java").stream())
        .filter(file -> file.toString().contains("/src/main/"))
        .map(Documents::read)
        .collect(Collectors.joining("\n"));
  }

  /** What the first group of a pattern finds in a text. */
  static Set<String> found(String regex, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(regex, Pattern.MULTILINE | Pattern.DOTALL).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** The anchors of a document's headings, as GitHub makes them. */
  static Set<String> anchors(Path document) {
    return found("^#+ ([^\n]+)$", read(document)).stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", ""))
        .map(heading -> heading.replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static List<Path> files(String folder, int depth, String suffix) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder), depth)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .filter(file -> !file.toString().contains("/target/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
