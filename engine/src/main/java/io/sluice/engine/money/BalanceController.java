package io.sluice.engine.money;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sluice.engine.money.BalanceEntry.Kind;
import io.sluice.engine.web.IdempotencyKey;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/balances")
class BalanceController {
  private static final long MOST_UNITS = 1_000_000_000_000L;
  private static final int MOST_ENTRIES = 1_000;
  private static final int CHANNEL_LENGTH = 32;
  private static final int NOTE_LENGTH = 200;

  private final Balances balances;

  BalanceController(Balances balances) {
    this.balances = balances;
  }

  @Operation(summary = "The prepaid units of the channels that are limited")
  @GetMapping
  List<Balance> list(@PathVariable Workspace workspace) {
    return balances.all(workspace.id()).entrySet().stream()
        .map(balance -> new Balance(balance.getKey(), true, balance.getValue()))
        .toList();
  }

  @Operation(summary = "The prepaid units of a channel")
  @GetMapping("/{channel}")
  Balance get(@PathVariable Workspace workspace, @PathVariable String channel) {
    var units = balances.state(workspace.id(), channel(channel));
    return new Balance(channel, units.isPresent(), units.isPresent() ? units.getAsLong() : null);
  }

  @Operation(summary = "What was added to and taken from a balance, the last first")
  @GetMapping("/{channel}/entries")
  List<BalanceEntry> entries(
      @PathVariable Workspace workspace,
      @PathVariable String channel,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST_ENTRIES) {
      throw Problem.badField("bad-limit", "limit", "'limit' must be from 1 to " + MOST_ENTRIES);
    }
    return balances.entries(workspace.id(), channel(channel), limit);
  }

  @Operation(
      summary = "Tops up a balance, or corrects it",
      description =
          "The first top-up makes the channel a limited one. Idempotency-Key is required: a"
              + " repeat with the same key adds nothing, and with another body it is refused.")
  @PostMapping("/{channel}/entries")
  Balance post(
      @PathVariable Workspace workspace,
      @PathVariable String channel,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) String key,
      @RequestBody NewEntry body) {
    String cause = IdempotencyKey.required(key);
    Movement kind = body.kind() == null ? Movement.TOP_UP : body.kind();
    if (body.units() > MOST_UNITS
        || body.units() < -MOST_UNITS
        || body.units() == 0
        || kind == Movement.TOP_UP && body.units() < 0) {
      throw Problem.badField(
          "bad-units",
          "/units",
          "'units' must be a whole number from 1 to %d; with \"kind\":\"correction\" also a negative one."
              .formatted(MOST_UNITS));
    }
    String note = body.note() == null ? null : InputText.line("/note", body.note(), NOTE_LENGTH);
    long units =
        balances.put(workspace.id(), channel(channel), kind.entry, cause, body.units(), note);
    return new Balance(channel, true, units);
  }

  private static String channel(String channel) {
    return InputText.line("channel", InputText.key("channel", channel), CHANNEL_LENGTH);
  }

  /** The movements that people make. */
  enum Movement {
    @JsonProperty("top-up")
    TOP_UP(Kind.TOP_UP),
    @JsonProperty("correction")
    CORRECTION(Kind.CORRECTION);

    private final Kind entry;

    Movement(Kind entry) {
      this.entry = entry;
    }
  }

  record NewEntry(Movement kind, long units, String note) {}

  /** Prepaid units; none are told where the channel is not limited. */
  record Balance(String channel, boolean limited, Long units) {}
}
