package io.sluice.engine.reward.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.web.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodeLinesTest {
  private static CodeLines read(String text, Charset charset) throws IOException {
    return CodeLines.read(new ByteArrayInputStream(text.getBytes(charset)));
  }

  @Test
  void readsOneCodeInEachLineWithOrWithoutAHeader() throws IOException {
    assertThat(read("\uFEFFCode\r\nA1\r\n\r\n\"B 2\"\n", StandardCharsets.UTF_8).codes())
        .containsExactly(new CodeLines.Line(2, "A1"), new CodeLines.Line(4, "B 2"));
    assertThat(read("A1\ncode", StandardCharsets.UTF_8).codes())
        .extracting(CodeLines.Line::code)
        .containsExactly("A1", "code");
  }

  @Test
  void tellsBadLinesByTheirNumberAndNeverWithTheCode() throws IOException {
    CodeLines lines =
        read("A1\nA1\nB2,7\nC\u0001\n" + "x".repeat(201) + "\nD4", StandardCharsets.UTF_8);

    assertThat(lines.codes()).hasSize(2);
    assertThat(lines.refused())
        .extracting(refused -> refused.line() + " " + refused.code())
        .containsExactly("2 duplicate-in-file", "3 several-columns", "4 bad-text", "5 bad-text");
    assertThat(lines.toString()).doesNotContain("A1").doesNotContain("D4");
  }

  @Test
  void refusesAFileThatIsNotUtf8() {
    assertThatThrownBy(() -> read("优惠", Charset.forName("GBK"))).isInstanceOf(Problem.class);
  }

  @Test
  void showsAQuarterOfACodeAtMostFourCharacters() {
    assertThat(GivenCodes.mask("ABCDEFGHIJKLMNOPQRSTUVWXYZ")).isEqualTo("••••WXYZ");
    assertThat(GivenCodes.mask("ABCDEFGH")).isEqualTo("••••GH");
    assertThat(GivenCodes.mask("ABC")).isEqualTo("••••");
  }
}
