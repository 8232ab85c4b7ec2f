package io.sluice.samples.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Things that a document counts from 1, and the ids that they got. */
final class Counted {
  private final Pattern address;
  private final List<Long> ids = new ArrayList<>();

  /** By the word before the number in an address. */
  Counted(String word) {
    this.address =
        Pattern.compile("(?<=/" + word + "/|[?&]" + word.replaceAll("s$", "") + "=)\\d+");
  }

  void add(long id) {
    ids.add(id);
  }

  long last() {
    return ids.get(ids.size() - 1);
  }

  /** The words with the ids in place of the numbers. */
  String actual(String words) {
    return address
        .matcher(words)
        .replaceAll(number -> ids.get(Integer.parseInt(number.group()) - 1).toString());
  }
}
