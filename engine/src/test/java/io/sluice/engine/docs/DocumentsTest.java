package io.sluice.engine.docs;

import static io.sluice.engine.docs.Documents.ROOT;
import static io.sluice.engine.docs.Documents.code;
import static io.sluice.engine.docs.Documents.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.canvas.CanvasReader;
import io.sluice.engine.member.Attribute;
import io.sluice.engine.segment.rule.RuleParser;
import io.sluice.engine.segment.rule.RuleVocabulary;
import io.sluice.node.Rule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What the documents say of links, properties, codes and examples is so. */
class DocumentsTest {
  private static final String JSON_BLOCK = "^```json\n(.*?)^```";
  private static final String CODE_ROW = "^\\| `([a-z-]+)` \\|";

  /** The code in a call that reports a problem. */
  private static final String REPORTED =
      "(?:Severity\\.\\w+,|\\bproblem\\(\\s*edge,|\\bproblem\\(|ofFile\\(|unreadable\\("
          + "|SettingsProblem\\(\\s*\\w+,|check\\.error\\(|check\\.warning\\("
          + "|new LiquidProblem\\(|\\berror\\(|\\bwarning\\()"
          + "\\s*\"([a-z-]+)\"";

  @Test
  void linksLeadToFilesAndHeadingsThatExist() {
    List<String> broken = new ArrayList<>();
    for (Path document : Documents.all()) {
      for (String link : found("\\]\\(([^)\\s]+)\\)", Documents.read(document))) {
        if (!link.matches("[a-z]+:.*") && !exists(document, link)) {
          broken.add(ROOT.relativize(document) + " → " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean exists(Path document, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
    return Files.exists(target)
        && (parts.length == 1 || Documents.anchors(target).contains(parts[1]));
  }

  @Test
  void propertiesAreThoseOfTheCodeAndAllOfOursAreThere() {
    Set<String> named = new TreeSet<>();
    found("^(\\| `[a-z]+\\.[^|]*)\\|", Documents.read("docs/operations.md"))
        .forEach(cell -> named.addAll(found("`([a-z.-]+)`", cell)));
    String code = code("engine", "samples");
    Set<String> inCode = found("\\$\\{([a-z]+\\.[a-z.-]+)", code);
    Set<String> known = new TreeSet<>(inCode);
    settings().keySet().forEach(key -> known.add(key.toString()));

    assertThat(named).isSubsetOf(known).hasSizeGreaterThan(20);
    assertThat(named).containsAll(inCode);
  }

  @Test
  void defaultsOfOurPropertiesAreThoseOfTheCode() {
    String operations = Documents.read("docs/operations.md");
    String code = code("engine");
    for (String property : found("\\$\\{(sluice\\.[a-z.-]+):", code)) {
      String inCode =
          found("\\$\\{" + property + ":([^}]*)\\}", code).iterator().next().replace("`", "");
      String row = found("(^\\| `" + property + "` \\|[^\n]*)", operations).iterator().next();
      String told = row.split("\\|")[2].strip().replace("`", "");
      assertThat(told).as(property).isEqualTo(inCode.isEmpty() ? "none" : inCode);
    }
  }

  private static Properties settings() {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yml"));
    return yaml.getObject();
  }

  @Test
  void codesOfTheCanvasCheckAreThoseOfTheCode() {
    String page = Documents.read("docs/canvas-file.md");
    Set<String> told = found(CODE_ROW, page.substring(page.indexOf("## What the check says")));
    String code =
        code(
            "engine/src/main/java/io/sluice/engine/canvas",
            "engine/src/main/java/io/sluice/engine/campaign",
            "engine/src/main/java/io/sluice/engine/delivery/content",
            "engine/src/main/java/io/sluice/engine/nodetype",
            "node-library/node-types");
    Set<String> reported = found(REPORTED, code);
    // The code puts these two together from their parts.
    assertThat(reported.remove("parallel-")).isTrue();
    assertThat(told).containsAll(reported).contains("parallel-read", "parallel-write");
    told.removeAll(Set.of("parallel-read", "parallel-write"));
    assertThat(told).allMatch(one -> code.contains("\"" + one + "\""));
  }

  @Test
  void codesOfRulesAreThoseOfTheCode() {
    Set<String> told = found(CODE_ROW, Documents.read("docs/rules.md"));
    String code = code("engine/src/main/java/io/sluice/engine/segment/rule");

    assertThat(told).hasSizeGreaterThan(10).allMatch(one -> code.contains("\"" + one + "\""));
  }

  @Test
  void examplesOfCanvasesCanBeRead() {
    Set<String> canvases = new TreeSet<>(found(JSON_BLOCK, Documents.read("docs/canvas-file.md")));
    canvases.addAll(found(JSON_BLOCK, Documents.read("docs/analysis.md")));

    assertThat(canvases).isNotEmpty();
    canvases.forEach(json -> new CanvasReader().read(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void examplesOfRulesCanBeRead() {
    String page = Documents.read("docs/rules.md");
    Set<String> rules = new TreeSet<>(found(JSON_BLOCK, page));
    rules.addAll(
        found(
            "`(\\{\"(?:member|tag|segment|consent|lifecycle|anniversary|message)\"[^`]*)`", page));

    assertThat(rules).hasSizeGreaterThan(5);
    for (String json : rules) {
      assertThat(RuleParser.parse(new Rule(json), new AnySegment()).problems()).as(json).isEmpty();
    }
  }

  /** Knows every segment, a message node, and no attribute. */
  private static final class AnySegment implements RuleVocabulary {
    @Override
    public Optional<Attribute> attribute(String key) {
      return Optional.empty();
    }

    @Override
    public List<String> attributes() {
      return List.of();
    }

    @Override
    public boolean hasSegment(String key) {
      return true;
    }

    @Override
    public Set<String> messageNodes() {
      return Set.of("sms1");
    }
  }
}
