package io.sluice.engine.delivery.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsPartsTest {
  @ParameterizedTest
  @CsvSource({
    "cn-70/67, 70, 1", "cn-70/67, 71, 2", "cn-70/67, 134, 2", "cn-70/67, 135, 3",
    "cn-70/70, 70, 1", "cn-70/70, 71, 2", "cn-70/70, 140, 2", "cn-70/70, 141, 3",
    "gsm, 70, 1", "gsm, 71, 2", "gsm, 134, 2", "gsm, 135, 3"
  })
  void countsWideCharacters(String rule, int length, int parts) {
    assertThat(SmsParts.of(rule).orElseThrow().count("中".repeat(length))).isEqualTo(parts);
  }

  @ParameterizedTest
  @CsvSource({
    "gsm, 160, 1", "gsm, 161, 2", "gsm, 306, 2", "gsm, 307, 3",
    "cn-70/67, 160, 3", "cn-70/70, 160, 3", "cn-70/67, 306, 5", "cn-70/67, 307, 5"
  })
  void countsLatinLetters(String rule, int length, int parts) {
    assertThat(SmsParts.of(rule).orElseThrow().count("a".repeat(length))).isEqualTo(parts);
  }

  @Test
  void countsLatinLettersWithAWideSignatureAsWide() {
    assertThat(SmsParts.GSM.count("【B】" + "a".repeat(157))).isEqualTo(3);
  }

  @Test
  void countsAnEmojiTwice() {
    assertThat(SmsParts.CN_70_67.count("a".repeat(68) + "😀")).isEqualTo(1);
    assertThat(SmsParts.CN_70_67.count("a".repeat(69) + "😀")).isEqualTo(2);
  }

  @Test
  void tearsNoEmojiInTwo() {
    assertThat(SmsParts.CN_70_67.count("a".repeat(66) + "😀" + "a".repeat(65))).isEqualTo(2);
    assertThat(SmsParts.CN_70_67.count("a".repeat(66) + "😀" + "a".repeat(66))).isEqualTo(3);
  }

  @Test
  void countsCharactersOfTheExtensionTwice() {
    assertThat(SmsParts.GSM.count("€".repeat(80))).isEqualTo(1);
    assertThat(SmsParts.GSM.count("€".repeat(80) + "a")).isEqualTo(2);
    assertThat(SmsParts.GSM.count("a".repeat(152) + "€" + "a".repeat(151))).isEqualTo(2);
    assertThat(SmsParts.GSM.count("a".repeat(152) + "€" + "a".repeat(152))).isEqualTo(3);
  }

  @Property
  void countsAsAPersonWould(@ForAll("texts") String text) {
    assertThat(SmsParts.CN_70_67.count(text)).isEqualTo(naive(text, 70, 67));
    assertThat(SmsParts.CN_70_70.count(text)).isEqualTo(naive(text, 70, 70));
    boolean gsm = text.codePoints().allMatch(c -> "a€@".indexOf(c) >= 0);
    assertThat(SmsParts.GSM.count(text))
        .isEqualTo(gsm ? naive(text.replace("€", "😀"), 160, 153) : naive(text, 70, 67));
  }

  /** Fills part by part, one character after the other; an emoji takes two places. */
  private static int naive(String text, int single, int perPart) {
    if (text.length() <= single) {
      return 1;
    }
    int parts = 1;
    int free = perPart;
    for (int c : text.codePoints().toArray()) {
      int places = Character.charCount(c);
      if (places > free) {
        parts++;
        free = perPart;
      }
      free -= places;
    }
    return parts;
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any = characters("a", "中", "😀", "€", "@");
    return Arbitraries.oneOf(any, characters("a", "€", "@"));
  }

  private static Arbitrary<String> characters(String... of) {
    return Arbitraries.of(of)
        .list()
        .ofMaxSize(400)
        .map(list -> list.stream().collect(Collectors.joining()));
  }
}
