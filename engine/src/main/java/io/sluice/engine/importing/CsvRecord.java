package io.sluice.engine.importing;

import java.util.ArrayList;
import java.util.List;

/** One record of CSV while its lines come in. */
final class CsvRecord {
  private static final char QUOTE = '"';

  private final char delimiter;
  private final List<String> values = new ArrayList<>();
  private final StringBuilder value = new StringBuilder();
  private boolean quoted;

  CsvRecord(char delimiter) {
    this.delimiter = delimiter;
  }

  /** Whether a quote is open, so that the record goes on in the next line. */
  boolean isOpen() {
    return quoted;
  }

  /** The values so far. */
  List<String> values() {
    return values;
  }

  /** Takes a line; says what is wrong with it, or null. */
  String add(String line) {
    int at = 0;
    if (quoted) {
      value.append('\n');
    }
    while (true) {
      if (!quoted && value.isEmpty() && at < line.length() && line.charAt(at) == QUOTE) {
        quoted = true;
        at++;
      }
      if (quoted) {
        at = takeQuoted(line, at);
        if (quoted) {
          return null;
        }
        if (at < line.length() && line.charAt(at) != delimiter) {
          return "Text follows a closing quote; double the quote where it is meant";
        }
      } else {
        at = takePlain(line, at);
      }
      values.add(value.toString());
      value.setLength(0);
      if (at >= line.length()) {
        return null;
      }
      at++;
    }
  }

  private int takePlain(String line, int from) {
    int end = line.indexOf(delimiter, from);
    end = end < 0 ? line.length() : end;
    value.append(line, from, end);
    return end;
  }

  /** Takes up to the closing quote and returns the place after it; stays open without one. */
  private int takeQuoted(String line, int from) {
    int at = from;
    while (at < line.length()) {
      int quote = line.indexOf(QUOTE, at);
      if (quote < 0) {
        break;
      }
      value.append(line, at, quote);
      if (quote + 1 < line.length() && line.charAt(quote + 1) == QUOTE) {
        value.append(QUOTE);
        at = quote + 2;
      } else {
        quoted = false;
        return quote + 1;
      }
    }
    value.append(line, Math.min(at, line.length()), line.length());
    return line.length();
  }
}
