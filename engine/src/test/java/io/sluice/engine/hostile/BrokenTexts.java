package io.sluice.engine.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files that are not even JSON, or not a JSON object, or far too large or deep. */
final class BrokenTexts {
  private static final int TEN_MEGABYTES = 10 << 20;

  private BrokenTexts() {}

  static List<Malformed> of(String sound, long seed) {
    List<Malformed> broken = new ArrayList<>();
    for (String text :
        List.of(
            "",
            " ",
            "\n\n",
            "null",
            "true",
            "1",
            "\"x\"",
            "[]",
            "[{}]",
            "{}",
            "{",
            "}",
            "[",
            "{]",
            "nul",
            "'x'",
            "{'a':1}",
            "{a:1}",
            "{\"a\":1,}",
            "<canvas/>",
            "${1+1}",
            "\u0000",
            sound + sound,
            sound + "x",
            "/* */" + sound,
            sound + "// end",
            sound.replace(":", "="),
            sound.replaceFirst("\\{", "{\"name\":\"twice\","),
            "{\uFEFF" + sound.substring(1),
            sound.replaceFirst("\"name\"", "\"na\\\\u0000me\""),
            sound.replaceFirst("women", "wo\\\\uD800men"),
            sound.replaceFirst("women", "wo\\\\xmen"))) {
      broken.add(Malformed.text("text " + text.substring(0, Math.min(40, text.length())), text));
    }
    Random random = new Random(seed);
    byte[] bytes = sound.strip().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 20; i++) {
      int at = 1 + random.nextInt(bytes.length - 1);
      broken.add(new Malformed("cut at byte " + at, true, Arrays.copyOf(bytes, at)));
      broken.add(with(bytes, at, (byte) (i % 2 == 0 ? 0xFF : 0xC0)));
    }
    broken.add(large("a long name", "{\"name\":\"", 'x', "\"}"));
    broken.add(large("blanks", "{", ' ', "}"));
    broken.add(large("lists in lists", "{\"nodes\":", '[', ""));
    broken.add(large("a long number", "{\"schemaVersion\":", '9', "}"));
    for (int depth : new int[] {101, 1_000, 100_000}) {
      String lists = "[".repeat(depth) + "]".repeat(depth);
      broken.add(Malformed.text(depth + " lists", "{\"nodes\":" + lists + "}"));
      String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
      broken.add(Malformed.text(depth + " objects", objects));
    }
    return broken;
  }

  private static Malformed with(byte[] bytes, int at, byte wrong) {
    byte[] file = bytes.clone();
    file[at] = wrong;
    return new Malformed("byte " + (wrong & 0xFF) + " at " + at, true, file);
  }

  private static Malformed large(String what, String start, char filler, String end) {
    ByteArrayOutputStream file = new ByteArrayOutputStream(TEN_MEGABYTES);
    file.writeBytes(start.getBytes(StandardCharsets.UTF_8));
    byte[] filling = new byte[TEN_MEGABYTES - start.length() - end.length()];
    Arrays.fill(filling, (byte) filler);
    file.writeBytes(filling);
    file.writeBytes(end.getBytes(StandardCharsets.UTF_8));
    return new Malformed("10 MB of " + what, true, file.toByteArray());
  }
}
