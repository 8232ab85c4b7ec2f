package io.sluice.engine.storage;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Field;

/**
 * What something that campaigns name says, in short: another digest is another meaning.
 *
 * @param name what it is called on screen
 * @param digest 64 hexadecimal digits; empty for what says nothing of its own, or is not there
 */
public record Meaning(String name, String digest) {
  /** What is not there, or only holds people. */
  public static Meaning none(String name) {
    return new Meaning(name, "");
  }

  /** What a text says. */
  public static Meaning of(String name, String text) {
    try {
      return new Meaning(
          name,
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(text.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** What the values of columns say; a column without value says nothing. */
  public static Meaning of(String name, Map<Field<?>, Object> columns) {
    Map<String, String> said = new TreeMap<>();
    columns.forEach(
        (column, value) ->
            Optional.ofNullable(value)
                .ifPresent(known -> said.put(column.getName(), plain(known))));
    return of(name, said.toString());
  }

  private static String plain(Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
