package io.sluice.engine.reward.code;

import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.InputNumber;
import io.sluice.engine.web.InputText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** A pool of codes as it is written and shown. */
record PoolDocument(
    @Schema(description = "Shown only; the address names the pool") String key,
    String name,
    @Schema(description = "What one code costs; 0 if left out") BigDecimal unitCost,
    @Schema(description = "From when its codes are of no use, and none is given")
        Instant validUntil,
    Boolean closed,
    @Schema(description = "Shown only: how many codes were added") Long codes,
    @Schema(description = "Shown only: how many of them were given") Long given,
    @Schema(description = "Shown only: how many can still be given") Long left) {
  private static final int NAME_LENGTH = 200;

  Pool read(String poolKey) {
    return new Pool(
        0,
        poolKey,
        InputText.name("/name", name, NAME_LENGTH),
        InputNumber.anyAmount("/unitCost", unitCost).orElse(BigDecimal.ZERO),
        Optional.ofNullable(validUntil).map(until -> InputInstant.within("/validUntil", until)),
        closed != null && closed,
        0,
        0,
        0);
  }

  static PoolDocument of(Pool pool) {
    return new PoolDocument(
        pool.key(),
        pool.name(),
        InputNumber.plain(pool.unitCost()),
        pool.validUntil().orElse(null),
        pool.closed(),
        pool.codes(),
        pool.given(),
        pool.left());
  }
}
