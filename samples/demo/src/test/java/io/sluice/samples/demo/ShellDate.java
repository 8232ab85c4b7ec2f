package io.sluice.samples.demo;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code date -u}, as far as documents use it. */
final class ShellDate {
  private static final Pattern COMMAND =
      Pattern.compile("date -u(?: -d '(\\d+) days ago')? \\+(\\S+)");

  private ShellDate() {}

  /** What the command prints. */
  static String printed(String command) {
    Matcher parts = COMMAND.matcher(command);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a date that documents may ask for: " + command);
    }
    int daysAgo = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
    OffsetDateTime then = OffsetDateTime.now(ZoneOffset.UTC).minusDays(daysAgo);
    return parts
        .group(2)
        .replace("%F", then.format(DateTimeFormatter.ISO_LOCAL_DATE))
        .replace("%T", then.format(DateTimeFormatter.ofPattern("HH:mm:ss")));
  }
}
