package io.sluice.engine.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sluice.engine.web.JsonWords;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * One line of NDJSON as the cells of a row: a field is a column, the fields of {@code attributes},
 * {@code properties} and {@code consents} are columns with that prefix, a list is several choices.
 */
record JsonLine(long number, String text, Map<String, String> cells) {
  private static final Map<String, String> PREFIXES =
      Map.of("attributes", "attribute:", "properties", "property:", "consents", "consent:");

  /** More digits than any number has that can be kept. */
  private static final int MOST_DIGITS = 60;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /**
   * Reads a line.
   *
   * @throws BadLine if it is no JSON object of plain values
   */
  static JsonLine read(long number, String text) throws BadLine {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : object(text).properties()) {
      String prefix = PREFIXES.get(field.getKey());
      if (prefix != null && field.getValue().isObject()) {
        for (Map.Entry<String, JsonNode> inner : field.getValue().properties()) {
          put(cells, prefix + inner.getKey(), inner.getValue());
        }
      } else {
        put(cells, field.getKey(), field.getValue());
      }
    }
    return new JsonLine(number, text, cells);
  }

  private static JsonNode object(String text) throws BadLine {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new BadLine("", "The line is no JSON: " + JsonWords.malformed(e).en());
    }
    throw new BadLine("", "The line is no JSON object; write {…} with a field for each value");
  }

  private static void put(Map<String, String> cells, String name, JsonNode value) throws BadLine {
    if (cells.put(name.strip(), cell(name, value)) != null) {
      throw new BadLine(name, "'" + name + "' is given twice; leave one out");
    }
  }

  private static String cell(String name, JsonNode value) throws BadLine {
    if (!value.isArray()) {
      return plain(name, value);
    }
    StringJoiner choices = new StringJoiner("|");
    for (JsonNode one : value) {
      choices.add(plain(name, one));
    }
    return choices.toString();
  }

  private static String plain(String name, JsonNode value) throws BadLine {
    if (value.isContainerNode()) {
      throw new BadLine(name, "'" + name + "' must be a text, a number, true or false");
    }
    if (value.isNull()) {
      return "";
    }
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      // Written out, a number such as 1e999999999 would fill the memory.
      boolean readable = number.precision() + Math.abs((long) number.scale()) <= MOST_DIGITS;
      return readable ? number.toPlainString() : number.toString();
    }
    return value.asText();
  }

  /** The line as a row of a table with these columns. */
  CsvRow row(List<String> columns) {
    return new CsvRow(
        number, columns.stream().map(column -> cells.getOrDefault(column, "")).toList(), text);
  }

  /** A line that cannot be read. */
  static final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;

    BadLine(String field, String message) {
      super(message, null, false, false);
      this.field = field;
    }

    String field() {
      return field;
    }
  }
}
