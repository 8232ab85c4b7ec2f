package io.sluice.engine.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.node.Text;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Refuses characters that databases and XML cannot hold: control characters, lone surrogates. */
final class PlainText {
  private static final int SHOWN = 60;

  private PlainText() {}

  /** Looks at every text and field name of the tree. */
  static void check(JsonNode json, String at, List<CanvasProblem> problems) {
    if (json.isTextual() && !isPlain(json.textValue())) {
      problems.add(forbidden(at));
    } else if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        check(json.get(i), at + "/" + i, problems);
      }
    } else if (json.isObject()) {
      for (Iterator<Map.Entry<String, JsonNode>> fields = json.fields(); fields.hasNext(); ) {
        Map.Entry<String, JsonNode> field = fields.next();
        String below = at + "/" + shown(field.getKey());
        if (!isPlain(field.getKey())) {
          problems.add(forbidden(below));
        }
        check(field.getValue(), below, problems);
      }
    }
  }

  /** Whether the text can be stored and shown as it is; tabs and line ends are allowed. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      boolean control =
          character < 0x20 && character != '\t' && character != '\n' && character != '\r';
      boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
      if (control || surrogate || character == 0xFFFE || character == 0xFFFF) {
        return false;
      }
      i += Character.charCount(character);
    }
    return true;
  }

  /** A text that a message may repeat: short and plain. */
  static String shown(String text) {
    String plain =
        text.codePoints()
            .filter(character -> isPlain(Character.toString(character)))
            .limit(SHOWN)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return plain.length() < text.length() ? plain + "…" : plain;
  }

  private static CanvasProblem forbidden(String at) {
    return CanvasProblem.ofFile(
        "forbidden-character",
        at,
        Text.of(
            "The text at " + at + " holds a control character or half a character; remove it",
            at + " 处的文本含有控制字符或不完整的字符;请删除"));
  }
}
