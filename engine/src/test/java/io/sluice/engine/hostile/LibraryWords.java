package io.sluice.engine.hostile;

import java.util.List;
import java.util.regex.Pattern;

/** Words that only those know who know what a program is made of; no problem holds any. */
final class LibraryWords {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)coerc|deseriali|cannot construct|jackson|\\bjavax?\\.|io\\.sluice|JSON input|source:"
              + "|unexpected (character|token|end)|\\b(START|END|VALUE)_[A-Z]|\\btokens?\\b"
              + "|(Array|Linked)(List|Hash)|BigDecimal|Exception|instance of|one of: ?[.;]"
              + "|'null'|“null”|was expecting|JsonNode|\\bNaN'? not");

  private LibraryWords() {}

  /** The words of that kind in an answer. */
  static List<String> in(String answer) {
    return WORDS.matcher(answer).results().map(found -> found.group()).toList();
  }
}
