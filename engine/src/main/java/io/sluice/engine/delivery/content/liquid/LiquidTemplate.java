package io.sluice.engine.delivery.content.liquid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import liqp.TemplateContext;
import liqp.exceptions.ExceededMaxIterationsException;
import liqp.nodes.LNode;
import liqp.org.antlr.v4.runtime.tree.ParseTree;

/** A template that was read. Safe for use by several threads. */
public final class LiquidTemplate {
  private final ParseTree tree;
  private final Escaping escaping;
  private final Set<Placeholder> placeholders;
  private final Set<String> unknown;
  private final boolean sameForEverybody;
  private final boolean chinese;

  /**
   * A template.
   *
   * @param chinese whether it is in Chinese: values that there are in two languages are too
   */
  LiquidTemplate(ParseTree tree, Escaping escaping, boolean chinese) {
    this.chinese = chinese;
    this.tree = tree;
    this.escaping = escaping;
    TemplateReader reader = new TemplateReader(escaping);
    reader.visit(tree);
    this.placeholders = Set.copyOf(reader.placeholders());
    this.unknown = reader.unknown();
    this.sameForEverybody =
        placeholders.stream().allMatch(Placeholder.Unsubscribe.class::isInstance);
  }

  /** What it names of a person. */
  public Set<Placeholder> placeholders() {
    return placeholders;
  }

  /** One problem for each name that stands for nothing. */
  public List<LiquidProblem> unknownPlaceholders() {
    return unknown.stream().map(LiquidProblems::unknownPlaceholder).toList();
  }

  /** Whether it becomes the same text for everybody, but for the links in it. */
  public boolean isSameForEverybody() {
    return sameForEverybody;
  }

  /**
   * A text that a template became.
   *
   * @param text with marks where links belong, see {@link LinkMarks}
   * @param targets where the marked links lead
   */
  public record Rendered(String text, List<String> targets) {}

  /** Renders it for one thread: the library's trees keep things while they render. */
  public Renderer renderer(RenderSettings settings) {
    return new Renderer(new TemplateReader(escaping).visit(tree), settings);
  }

  /** Renders the template for one person after the other; for use by one thread. */
  public final class Renderer {
    private final LNode root;
    private final RenderSettings settings;
    private Rendered ofEverybody;

    private Renderer(LNode root, RenderSettings settings) {
      this.root = root;
      this.settings = settings;
    }

    /**
     * The text for the person who has the values.
     *
     * @throws LiquidProblem if it becomes too long
     */
    public Rendered render(Function<Placeholder, Object> values) {
      if (ofEverybody != null) {
        return ofEverybody;
      }
      Rendered rendered = renderAnew(values);
      if (sameForEverybody) {
        ofEverybody = rendered;
      }
      return rendered;
    }

    private Rendered renderAnew(Function<Placeholder, Object> values) {
      Scene scene = new Scene(values, settings, !sameForEverybody, chinese);
      Map<String, Object> variables = new HashMap<>();
      variables.put(Scene.NAME, scene);
      try {
        String text = root.render(new TemplateContext(Liquid.PARSER, variables)).toString();
        return new Rendered(text, scene.targets());
      } catch (RuntimeException e) {
        throw problem(e);
      } catch (StackOverflowError e) {
        throw LiquidProblems.nestedTooDeeply();
      }
    }

    private static LiquidProblem problem(RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof LiquidProblem problem) {
          return problem;
        }
        if (cause instanceof ExceededMaxIterationsException) {
          return LiquidProblems.tooHeavy();
        }
      }
      String message = String.valueOf(e.getMessage());
      return message.startsWith("rendered string exceeds")
          ? LiquidProblems.tooHeavy()
          : LiquidProblems.meaningless();
    }
  }
}
