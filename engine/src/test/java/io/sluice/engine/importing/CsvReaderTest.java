package io.sluice.engine.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  private static List<String> read(byte[] csv, Charset charset) throws IOException {
    List<String> records = new ArrayList<>();
    CsvReader reader = new CsvReader(new ByteArrayInputStream(csv), charset, ',');
    for (CsvReader.Read read = reader.next(); read != null; read = reader.next()) {
      records.add(read.line() + (read.error() == null ? String.valueOf(read.row().values()) : "!"));
    }
    assertThat(reader.bytesRead()).isEqualTo(csv.length);
    return records;
  }

  private static List<String> read(String csv) throws IOException {
    return read(csv.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Test
  void readsQuotesNewlinesAndEmptyLines() throws IOException {
    assertThat(read("a,b\r\n\"x,1\",\"say \"\"hi\"\"\"\r\n\r\n\"two\r\nlines\",y\n,\n"))
        .containsExactly("1[a, b]", "2[x,1, say \"hi\"]", "4[two\nlines, y]", "6[, ]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,\"open\n2,x\n3,y\n",
        "a,b\n1,\"open\n2,x\n3,\"y\"\n",
        "a,b\n1,\"open\n2,x\n3,y",
        "a,b\n1,\"x\"y\n2,x\n3,y\n",
        "a,b\n1\n2,x\n3,y\n",
        "a,b\n1,2,3\n2,x\n3,y\n",
      })
  void blamesTheFirstLineAndGoesOnWithTheNext(String csv) throws IOException {
    assertThat(read(csv)).containsExactly("1[a, b]", "2!", "3[2, x]", "4[3, y]");
  }

  @Test
  void readsGbkAndAByteOrderMark() throws IOException {
    Charset gbk = Charset.forName("GB18030");
    assertThat(read("名,城\n王芳,杭州\n".getBytes(gbk), gbk)).containsExactly("1[名, 城]", "2[王芳, 杭州]");
    assertThat(read("\uFEFFa,b\n1,2\n")).containsExactly("1[a, b]", "2[1, 2]");
  }

  @Test
  void blamesALineWhoseBytesAreNotOfTheEncoding() throws IOException {
    byte[] csv = "a,b\n1,?\n2,\uFFFD\n".getBytes(StandardCharsets.UTF_8);
    csv[6] = (byte) 0xC3;

    assertThat(read(csv, StandardCharsets.UTF_8)).containsExactly("1[a, b]", "2!", "3[2, \uFFFD]");
  }

  @Test
  void givesUpOnAQuoteThatStaysOpenForTooLong() throws IOException {
    String csv = "a,b\n1,\"open\n" + "2,x\n".repeat(5000);

    assertThat(read(csv)).hasSize(5002).startsWith("1[a, b]", "2!", "3[2, x]");
  }

  @Test
  void survivesALineOfManyMegabytes() throws IOException {
    String csv = "a,b\n1," + "x".repeat(5 << 20) + "\n2,y\n";

    assertThat(read(csv)).containsExactly("1[a, b]", "2!", "3[2, y]");
  }
}
