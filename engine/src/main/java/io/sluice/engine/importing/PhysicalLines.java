package io.sluice.engine.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Splits bytes into lines and decodes them, one at a time, telling bad bytes from good. */
final class PhysicalLines {
  /** A longer line is cut: no row that long can be right, and it must not fill the memory. */
  static final int LONGEST = 1 << 20;

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream bytes;
  private final Charset charset;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private long consumed;
  private long number;

  PhysicalLines(InputStream bytes, Charset charset) {
    this.bytes = bytes;
    this.charset = charset;
  }

  /**
   * A line.
   *
   * @param number counted from 1
   * @param text without the end of the line
   * @param end the number of bytes of the file up to its end
   * @param wrong what is wrong with its bytes, or null
   */
  record Line(long number, String text, long end, String wrong) {}

  /** The next line; null at the end of the file. */
  Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    boolean any = false;
    boolean cut = false;
    boolean ended = false;
    while (!ended && fill()) {
      any = true;
      int start = at;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      int length = Math.min(at - start, LONGEST - line.size());
      line.write(buffer, start, length);
      cut |= length < at - start;
      ended = at < filled;
      at += ended ? 1 : 0;
      consumed += at - start;
    }
    return any ? decode(line.toByteArray(), cut) : null;
  }

  private boolean fill() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, bytes.read(buffer));
    }
    return filled > 0;
  }

  private Line decode(byte[] line, boolean cut) {
    number++;
    int start = number == 1 && startsWith(line, UTF_8_MARK) ? UTF_8_MARK.length : 0;
    int end = line.length > start && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    String text = new String(line, start, end - start, charset);
    return new Line(number, text, consumed, wrong(line, start, end, text, cut));
  }

  private String wrong(byte[] line, int start, int end, String text, boolean cut) {
    if (cut) {
      return "The line is longer than " + LONGEST + " bytes; a quote or an end of line is missing";
    }
    // The replacement character is rare enough to decode again, strictly, wherever it turns up.
    if (text.indexOf('\uFFFD') >= 0) {
      try {
        charset.newDecoder().decode(ByteBuffer.wrap(line, start, end - start));
      } catch (CharacterCodingException e) {
        return "The line holds bytes that are not "
            + charset.name()
            + "; save the file as UTF-8, or name its encoding in the option 'encoding'";
      }
    }
    return null;
  }

  private static boolean startsWith(byte[] line, byte[] mark) {
    return line.length >= mark.length && Arrays.equals(line, 0, mark.length, mark, 0, mark.length);
  }

  /** Whether a line begins as files in UTF-16 do. */
  static boolean looksLikeUtf16(String firstLine) {
    return firstLine.getBytes(StandardCharsets.UTF_8).length > 0 && firstLine.indexOf('\0') >= 0;
  }
}
