package io.sluice.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.sluice.node.Text;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what is wrong with JSON in words that need no knowledge of the library that reads it: the
 * only place that looks at what the library says.
 */
public final class JsonWords {
  private static final int LONGEST_SHOWN = 60;
  private static final Text TOO_LARGE =
      Text.of("it is nested too deep, or holds too long a text or number", "嵌套过深，或含有过长的文本或数字");
  private static final Text ENDS_EARLY =
      Text.of("it ends too early; close its quotes and brackets", "内容提前结束，请补全引号和括号");
  private static final Text NOT_JSON =
      Text.of("something stands there that is not written as JSON", "该处不是正确的 JSON");

  private JsonWords() {}

  /** Why a text cannot be read as JSON, to be read after a colon, without a full stop. */
  public static Text malformed(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return TOO_LARGE;
    }
    if (e instanceof JsonEOFException) {
      return ENDS_EARLY;
    }
    String said = String.valueOf(e.getOriginalMessage());
    return found("^Duplicate field '(.*)'$", said, JsonWords::twice)
        .or(() -> found("^Unexpected character \\('(.)' ", said, JsonWords::outOfPlace))
        .or(() -> found("^Unrecognized token '([^']*)'", said, JsonWords::noValue))
        .or(() -> found("(CTRL-CHAR)", said, JsonWords::controlCharacter))
        .or(() -> found("(UTF-8|UTF-16|surrogate)", said, JsonWords::notUnicode))
        .or(() -> found("(?i)(numeric value|zeroes|non-standard token)", said, JsonWords::noNumber))
        .or(() -> found("(character escape)", said, JsonWords::backslash))
        .orElse(NOT_JSON);
  }

  /** The type of value that was wanted; empty where the library does not tell. */
  public static Optional<Class<?>> wanted(JsonProcessingException e) {
    if (e instanceof MismatchedInputException mismatch) {
      return Optional.ofNullable(mismatch.getTargetType());
    }
    return e instanceof InputCoercionException coercion
        ? Optional.ofNullable(coercion.getTargetType())
        : Optional.empty();
  }

  /** A text as it is shown in a problem: not longer than is of use. */
  public static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }

  private static Optional<Text> found(String pattern, String said, Function<String, Text> words) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(said);
    return matcher.find() ? Optional.of(words.apply(shown(matcher.group(1)))) : Optional.empty();
  }

  private static Text twice(String field) {
    return Text.of("'" + field + "' is there twice; leave one out", "“" + field + "”出现两次，请去掉一个");
  }

  private static Text outOfPlace(String character) {
    return Text.of(
        "'"
            + character
            + "' stands where something else belongs; look for a comma, quote or bracket"
            + " that is missing or too many",
        "“" + character + "”的位置不对，请检查是否缺少或多出逗号、引号或括号");
  }

  private static Text noValue(String token) {
    return Text.of(
        "'" + token + "' is no value; put texts in double quotes", "“" + token + "”不是值，文本请加双引号");
  }

  private static Text controlCharacter(String found) {
    return Text.of(
        "it holds a line break or another control character within a text; write \\n for a line break",
        "文本中含有换行或其他控制字符，换行请写作 \\n");
  }

  private static Text notUnicode(String found) {
    return Text.of("its characters are not UTF-8; save it as UTF-8", "字符不是 UTF-8 编码，请以 UTF-8 保存");
  }

  private static Text noNumber(String found) {
    return Text.of(
        "a number is not written as JSON wants it, such as 1, -2.5 or 3e4",
        "数字写法不正确，应如 1、-2.5 或 3e4");
  }

  private static Text backslash(String found) {
    return Text.of(
        "a backslash stands before a character that needs none; write \\\\ for a backslash",
        "反斜杠后的字符无需转义，反斜杠请写作 \\\\");
  }
}
