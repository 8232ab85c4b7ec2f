package io.sluice.samples.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Writes rows in PostgreSQL's binary copy format (postgresql.org/docs/current/sql-copy.html,
 * "Binary Format"; the values as in the server's {@code ..._recv} functions).
 */
final class CopyEncoder implements BulkTable.Sink {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final int NULL = -1;
  private static final long EPOCH_SECONDS = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long EPOCH_DAYS = LocalDate.of(2000, 1, 1).toEpochDay();

  private final List<Column> columns;
  private final CopyIn copy;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);

  CopyEncoder(List<Column> columns, CopyIn copy) {
    this.columns = columns;
    this.copy = copy;
    buffer.put(SIGNATURE).putInt(0).putInt(0);
  }

  @Override
  public void row(Object... values) {
    // No row of the demo data is longer.
    if (buffer.remaining() < 1 << 14) {
      flush();
    }
    buffer.putShort((short) values.length);
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        buffer.putInt(NULL);
      } else {
        put(columns.get(i).kind(), values[i]);
      }
    }
  }

  private void put(Column.Kind kind, Object value) {
    switch (kind) {
      case SMALL -> buffer.putInt(Short.BYTES).putShort(((Integer) value).shortValue());
      case INTEGER -> buffer.putInt(Integer.BYTES).putInt((Integer) value);
      case BIG -> buffer.putInt(Long.BYTES).putLong((Long) value);
      case TEXT -> {
        byte[] text = ((String) value).getBytes(StandardCharsets.UTF_8);
        buffer.putInt(text.length).put(text);
      }
      case FLAG -> buffer.putInt(1).put((byte) ((Boolean) value ? 1 : 0));
      case INSTANT -> buffer.putInt(Long.BYTES).putLong(micros((Instant) value));
      case DAY ->
          buffer
              .putInt(Integer.BYTES)
              .putInt((int) (((LocalDate) value).toEpochDay() - EPOCH_DAYS));
      case DECIMAL -> decimal((BigDecimal) value);
    }
  }

  private static long micros(Instant instant) {
    return (instant.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + instant.getNano() / 1_000;
  }

  /** Digits to the base of 10,000, the last of them behind the decimal point. */
  private void decimal(BigDecimal value) {
    long scaled = value.setScale(4, RoundingMode.UNNECESSARY).unscaledValue().longValueExact();
    long rest = Math.abs(scaled);
    short[] digits = new short[5];
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = (short) (rest % 10_000);
      rest /= 10_000;
    }
    buffer.putInt(2 * (4 + digits.length));
    buffer.putShort((short) digits.length).putShort((short) (digits.length - 2));
    buffer.putShort((short) (scaled < 0 ? 0x4000 : 0)).putShort((short) 4);
    for (short digit : digits) {
      buffer.putShort(digit);
    }
  }

  void end() {
    buffer.putShort((short) -1);
    flush();
  }

  private void flush() {
    try {
      copy.writeToCopy(buffer.array(), 0, buffer.position());
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The server refused rows of a COPY", e);
    }
    buffer.clear();
  }
}
