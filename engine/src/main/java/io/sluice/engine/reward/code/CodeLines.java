package io.sluice.engine.reward.code;

import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file with a code in each line, as text or as CSV with one column; a first line {@code code} is
 * a header, and empty lines do not count.
 *
 * @param codes the codes that can be added, in the order of the file
 * @param refused what is wrong with the others: never with the code itself in it
 */
record CodeLines(List<Line> codes, List<RefusedLine> refused) {
  static final int CODE_LENGTH = 200;
  private static final int MOST = 200_000;
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final String HEADER = "code";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * A code.
   *
   * @param number the line of the file, counted from 1
   */
  record Line(int number, String code) {
    /** Codes stay out of logs. */
    @Override
    public String toString() {
      return "line " + number;
    }
  }

  /**
   * A line that is not added.
   *
   * @param code what is wrong, in kebab case
   */
  record RefusedLine(int line, String code, String message) {}

  /**
   * Reads a file.
   *
   * @throws Problem 400 if it is not UTF-8, or too long
   */
  static CodeLines read(InputStream file) throws IOException {
    List<Line> codes = new ArrayList<>();
    List<RefusedLine> refused = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new ByteArrayInputStream(bytes(file)),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    try {
      int number = 0;
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        number++;
        String code = unquoted(number == 1 ? withoutMark(text) : text);
        if (!code.isEmpty() && !(number == 1 && code.equalsIgnoreCase(HEADER))) {
          requireFewer(codes.size() + refused.size());
          Optional<RefusedLine> wrong = wrong(number, code, seen.putIfAbsent(code, number));
          wrong.ifPresent(refused::add);
          if (wrong.isEmpty()) {
            codes.add(new Line(number, code));
          }
        }
      }
    } catch (CharacterCodingException e) {
      throw Problem.badField("not-utf-8", "", "The file is not UTF-8; save it as UTF-8.");
    }
    return new CodeLines(codes, refused);
  }

  private static byte[] bytes(InputStream file) throws IOException {
    byte[] bytes = file.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw tooMuch("A file may have " + MOST_BYTES + " bytes at most");
    }
    return bytes;
  }

  private static Problem tooMuch(String what) {
    return Problem.badField("too-many-codes", "", what + "; send several files.");
  }

  private static void requireFewer(int lines) {
    if (lines >= MOST) {
      throw tooMuch("A file may hold " + MOST + " codes at most");
    }
  }

  private static Optional<RefusedLine> wrong(int line, String code, Integer before) {
    if (code.contains(",") || code.contains("\"")) {
      return Optional.of(
          new RefusedLine(line, "several-columns", "The line has several columns; give one code."));
    }
    Optional<String> text = InputText.wrongWith(code, CODE_LENGTH);
    if (text.isPresent()) {
      return Optional.of(new RefusedLine(line, "bad-text", "The code " + text.get() + "."));
    }
    return before == null
        ? Optional.empty()
        : Optional.of(
            new RefusedLine(
                line, "duplicate-in-file", "The same code stands in line " + before + "."));
  }

  private static String unquoted(String text) {
    String bare = text.strip();
    return bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")
        ? bare.substring(1, bare.length() - 1).strip()
        : bare;
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
