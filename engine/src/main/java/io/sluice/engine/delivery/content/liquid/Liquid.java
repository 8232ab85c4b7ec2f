package io.sluice.engine.delivery.content.liquid;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.parser.Flavor;
import org.springframework.stereotype.Component;

/**
 * Reads Liquid templates. Rendering is bound by rounds and characters, never by time: what a
 * message becomes must not depend on how busy the machine is.
 */
@Component
public final class Liquid {
  /** How often all loops of one rendering may go round in sum. */
  static final int MOST_ROUNDS = 1_000;

  /** How long a rendered text may be. */
  static final int MOST_CHARACTERS = 500_000;

  private static final long CACHED_CHARACTERS = 10_000_000;

  static final TemplateParser PARSER =
      new TemplateParser.Builder()
          .withFlavor(Flavor.LIQUID)
          .withStrictTypedExpressions(false)
          .withMaxIterations(MOST_ROUNDS)
          .withMaxSizeRenderedString(MOST_CHARACTERS)
          .build();

  private final Cache<Source, LiquidTemplate> templates =
      Caffeine.newBuilder()
          .maximumWeight(CACHED_CHARACTERS)
          .weigher((Source source, LiquidTemplate template) -> source.text().length() + 100)
          .build();

  private record Source(String text, Escaping escaping) {}

  /**
   * Reads a template, once.
   *
   * @throws LiquidProblem if it cannot be read or uses what messages may not use
   */
  public LiquidTemplate read(String text, Escaping escaping) {
    return templates.get(new Source(text, escaping), Liquid::parse);
  }

  private static boolean isChinese(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  private static LiquidTemplate parse(Source source) {
    String text = LinkMarks.without(source.text());
    try {
      return new LiquidTemplate(
          PARSER.parse(text).getParseTree(), source.escaping(), isChinese(text));
    } catch (LiquidProblem e) {
      throw e;
    } catch (LiquidException e) {
      throw LiquidProblems.unreadable(e.line, e.charPositionInLine + 1);
    } catch (StackOverflowError e) {
      throw LiquidProblems.nestedTooDeeply();
    } catch (RuntimeException e) {
      throw LiquidProblems.meaningless();
    }
  }
}
