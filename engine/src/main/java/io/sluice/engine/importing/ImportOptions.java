package io.sluice.engine.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sluice.engine.web.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * How a file is to be read.
 *
 * @param encoding UTF-8 (default) or GBK
 * @param delimiter one character; a comma by default
 * @param mapping column name to field name, for columns that are not called as their field; an
 *     empty field name leaves a column out
 * @param createMembers whether orders of unknown members make those members
 * @param consentBasis the basis of all consents of the file, for example {@code opt-in}
 * @param consentSource where they were given
 * @param consentWording the words that were agreed to
 * @param consentAt when they were given; the instant of the import by default
 * @param list the key of the list that the file belongs to; told by the address, not by callers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportOptions(
    String encoding,
    String delimiter,
    Map<String, String> mapping,
    Boolean createMembers,
    String consentBasis,
    String consentSource,
    String consentWording,
    Instant consentAt,
    String list) {
  /** Everything as it is by default. */
  public static final ImportOptions DEFAULTS =
      new ImportOptions(null, null, null, null, null, null, null, null, null);

  /** Whether unknown members are made. */
  public boolean makesMembers() {
    return Boolean.TRUE.equals(createMembers);
  }

  /** The same for a file of a list. */
  ImportOptions ofList(String key) {
    return new ImportOptions(
        encoding,
        delimiter,
        mapping,
        createMembers,
        consentBasis,
        consentSource,
        consentWording,
        consentAt,
        key);
  }

  /**
   * The encoding of the file.
   *
   * @throws Problem if it is neither of those that can be read
   */
  Charset charset() {
    String name = encoding == null ? "UTF-8" : encoding.strip().toUpperCase(Locale.ROOT);
    return switch (name) {
      case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
      // A superset of GBK, which spreadsheets write where they say GBK.
      case "GBK", "GB2312", "GB18030" -> Charset.forName("GB18030");
      default ->
          throw Problem.badField(
              "unknown-encoding", "encoding", "'encoding' must be UTF-8 or GBK.");
    };
  }

  /**
   * The character between values.
   *
   * @throws Problem if it is none
   */
  char delimiterCharacter() {
    String text = delimiter == null ? "," : delimiter.equals("\\t") ? "\t" : delimiter;
    if (text.length() != 1 || "\"\n\r\0".contains(text)) {
      throw Problem.badField(
          "bad-delimiter",
          "delimiter",
          "'delimiter' must be one character such as , or ; or a tab (\\t), and no quote.");
    }
    return text.charAt(0);
  }

  /** The field that a column holds; empty if the column is left out. */
  public String fieldOf(String column) {
    return mapping == null ? column : mapping.getOrDefault(column, column);
  }
}
