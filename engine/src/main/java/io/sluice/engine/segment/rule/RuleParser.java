package io.sluice.engine.segment.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.engine.web.JsonWords;
import io.sluice.node.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the JSON form of a rule, and tells everything that is wrong with it at once. */
public final class RuleParser {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_CONDITIONS = 500;
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final ConditionParser conditions;
  private final List<RuleProblem> problems = new ArrayList<>();
  private int count;

  private RuleParser(RuleVocabulary vocabulary) {
    this.conditions = new ConditionParser(vocabulary);
  }

  /**
   * What was read.
   *
   * @param tree the rule without the parts that are wrong
   * @param problems everything that is wrong; empty if the rule can be used
   */
  public record Parsed(RuleTree tree, List<RuleProblem> problems) {}

  /** Reads a rule of a workspace. Never throws: whatever the text is, it is told what is wrong. */
  public static Parsed parse(Rule rule, RuleVocabulary vocabulary) {
    RuleParser parser = new RuleParser(vocabulary);
    RuleTree tree = parser.read(rule.json());
    return new Parsed(tree, List.copyOf(parser.problems));
  }

  private RuleTree read(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      return root == null || root.isMissingNode()
          ? wrong("", "missing-rule", "The rule is empty; {\"all\": []} means everybody.")
          : tree(root, "", 0);
    } catch (JsonProcessingException e) {
      return wrong(
          "", "malformed-json", "The rule is not JSON: " + JsonWords.malformed(e).en() + ".");
    }
  }

  private RuleTree tree(JsonNode node, String path, int depth) {
    if (!node.isObject()) {
      return wrong(path, "wrong-type", "A rule must be an object such as {\"all\": [...]}.");
    }
    if (depth > MAX_DEPTH) {
      return wrong(path, "too-deep", "Rules nest at most " + MAX_DEPTH + " deep; flatten it.");
    }
    if (node.has("all")) {
      return group((ObjectNode) node, "all", path, depth, RuleTree.All::new);
    }
    if (node.has("any")) {
      return group((ObjectNode) node, "any", path, depth, RuleTree.Any::new);
    }
    if (node.has("none")) {
      return group((ObjectNode) node, "none", path, depth, RuleTree.None::new);
    }
    if (++count > MAX_CONDITIONS) {
      return count == MAX_CONDITIONS + 1
          ? wrong(path, "too-long", "A rule has at most " + MAX_CONDITIONS + " conditions.")
          : RuleTree.EVERYBODY;
    }
    return conditions.parse(new JsonFields((ObjectNode) node, path, problems));
  }

  private RuleTree group(
      ObjectNode node,
      String name,
      String path,
      int depth,
      Function<List<RuleTree>, RuleTree> group) {
    JsonFields fields = new JsonFields(node, path, problems);
    JsonNode parts = fields.node(name).orElseThrow();
    fields.refuseOthers();
    if (!parts.isArray()) {
      return wrong(
          fields.pointer(name), "wrong-type", "'" + name + "' must be a list of conditions.");
    }
    List<RuleTree> read = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      read.add(tree(parts.get(i), fields.pointer(name) + "/" + i, depth + 1));
    }
    return group.apply(read);
  }

  private RuleTree wrong(String path, String code, String message) {
    problems.add(new RuleProblem(path, code, message));
    return RuleTree.EVERYBODY;
  }
}
