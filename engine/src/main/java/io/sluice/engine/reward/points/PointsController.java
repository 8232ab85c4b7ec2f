package io.sluice.engine.reward.points;

import io.sluice.engine.member.MemberPages;
import io.sluice.engine.money.Amounts;
import io.sluice.engine.web.IdempotencyKey;
import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.AccountRef;
import io.sluice.node.Audience;
import io.sluice.node.PointsWrite;
import io.sluice.node.PointsWrite.Change;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/points-accounts")
class PointsController {
  private static final int PRICE_DIGITS = 6;
  private static final int KEY_LENGTH = 64;
  private static final int NAME_LENGTH = 200;
  private static final int NOTE_LENGTH = 200;
  private static final long MOST = 1_000_000_000L;
  private static final long MOST_EARNED = 1_000_000L;

  private final PointsAccounts accounts;
  private final PointsLedger ledger;
  private final PointsEntries entries;
  private final Earnings earnings;
  private final MemberPages members;
  private final TransactionTemplate transaction;
  private final Clock clock;

  PointsController(
      PointsAccounts accounts,
      PointsLedger ledger,
      PointsEntries entries,
      Earnings earnings,
      MemberPages members,
      TransactionTemplate transaction,
      Clock clock) {
    this.accounts = accounts;
    this.ledger = ledger;
    this.entries = entries;
    this.earnings = earnings;
    this.members = members;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Operation(summary = "The accounts of points")
  @GetMapping
  List<Account> list(@PathVariable Workspace workspace) {
    return accounts.all(workspace.id()).stream()
        .map(account -> document(workspace, account))
        .toList();
  }

  @Operation(
      summary = "Makes an account of points, or changes its name and price",
      description =
          "'pointCost' is what one point costs: campaigns pay it when they give points. Without it"
              + " points cost nothing.")
  @PutMapping("/{account}")
  Account put(
      @PathVariable Workspace workspace, @PathVariable String account, @RequestBody Names body) {
    String key = InputText.line("account", InputText.key("account", account), KEY_LENGTH);
    String name = InputText.name("/name", body.name(), NAME_LENGTH);
    Optional<BigDecimal> cost =
        Optional.ofNullable(body.pointCost())
            .map(price -> Amounts.checked("/pointCost", price, PRICE_DIGITS));
    return document(workspace, accounts.put(workspace.id(), key, name, cost));
  }

  @Operation(
      summary = "Says what orders earn on an account",
      description =
          "So many points for every full 'per' of the amount of an order, when it is confirmed. A"
              + " refund takes them back. Orders confirmed before 'from' earn nothing; it is now"
              + " where it is left out. Points 0: orders earn nothing any more.")
  @PutMapping("/{account}/earning")
  Account earning(
      @PathVariable Workspace workspace,
      @PathVariable String account,
      @RequestBody EarningDocument body) {
    PointsAccount known = require(workspace, account);
    earnings.put(workspace.id(), known, body.read(clock.instant()));
    return document(workspace, known);
  }

  private Account document(Workspace workspace, PointsAccount account) {
    return new Account(
        account.key(),
        account.name(),
        account.cost().signum() == 0 ? null : Amounts.shown(account.cost()),
        earnings.find(workspace.id(), account).map(EarningDocument::of).orElse(null));
  }

  @Operation(summary = "How many points a member has, and how they came about, the last first")
  @GetMapping("/{account}/members/{member}")
  Balance balance(
      @PathVariable Workspace workspace,
      @PathVariable String account,
      @PathVariable String member) {
    PointsAccount known = require(workspace, account);
    int id = members.requireId(workspace.id(), InputText.key("member", member));
    return new Balance(
        account,
        member,
        ledger.balance(workspace.id(), known, id),
        entries.newest(workspace.id(), known, id));
  }

  @Operation(
      summary = "Adds points to a member's balance, or takes some",
      description =
          "Idempotency-Key is required: a repeat with the same key adds nothing, and for another"
              + " member or with another body it is refused. Points below zero are deducted, and refused where the member has fewer.")
  @PostMapping("/{account}/members/{member}/entries")
  Balance add(
      @PathVariable Workspace workspace,
      @PathVariable String account,
      @PathVariable String member,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) String key,
      @RequestBody NewEntry body) {
    PointsAccount known = require(workspace, account);
    int id = members.requireId(workspace.id(), InputText.key("member", member));
    String cause = IdempotencyKey.required(key);
    String note = body.note() == null ? null : InputText.line("/note", body.note(), NOTE_LENGTH);
    if (body.points() == 0 || body.points() < -MOST || body.points() > MOST) {
      throw Problem.badField(
          "bad-points",
          "/points",
          "'points' must be a whole number other than 0, from -%d to %d.".formatted(MOST, MOST));
    }
    transaction.executeWithoutResult(
        status -> {
          accounts.lock(workspace.id(), account);
          Optional<PointsEntries.Given> given =
              entries.ofCause(workspace.id(), known, manual(cause));
          given.ifPresent(earlier -> earlier.requireSame(id, body.points(), note));
          if (given.isEmpty() && ledger.balance(workspace.id(), known, id) + body.points() < 0) {
            throw new Problem(
                HttpStatus.CONFLICT,
                "too-few-points",
                "/points",
                "The member has fewer points than that; deduct fewer.");
          }
          ledger.append(
              workspace.id(),
              new PointsWrite(
                  new AccountRef(account),
                  body.points() > 0 ? Change.ADD : Change.DEDUCT,
                  Math.abs(body.points()),
                  Audience.of(id)),
              clock.instant(),
              manual(cause),
              note);
        });
    return balance(workspace, account, member);
  }

  private static String manual(String key) {
    return "manual/" + key;
  }

  private PointsAccount require(Workspace workspace, String account) {
    return accounts
        .find(workspace.id(), account)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-points-account",
                    "There is no points account '"
                        + account
                        + "'; make it by PUT, or correct the address."));
  }

  record Names(String name, BigDecimal pointCost) {}

  record NewEntry(long points, String note) {}

  record Account(String key, String name, BigDecimal pointCost, EarningDocument earning) {}

  /** What orders earn: so many points for every full amount. */
  record EarningDocument(Long points, BigDecimal per, Instant from) {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(MOST);

    static EarningDocument of(Earning earning) {
      return new EarningDocument(
          earning.points(), earning.per().stripTrailingZeros(), earning.from());
    }

    Optional<Earning> read(Instant now) {
      if (points == null || points < 0 || points > MOST_EARNED) {
        throw Problem.badField(
            "bad-points",
            "/points",
            "'points' must be a whole number from 0 to %d.".formatted(MOST_EARNED));
      }
      if (points == 0) {
        return Optional.empty();
      }
      if (per == null || per.signum() <= 0 || per.compareTo(HIGHEST) > 0 || per.scale() > 4) {
        throw Problem.badField(
            "bad-amount",
            "/per",
            "'per' must be an amount above 0, with at most 4 decimals, such as 1 for one point"
                + " for every full 1.00.");
      }
      return Optional.of(
          new Earning(points, per, from == null ? now : InputInstant.within("/from", from)));
    }
  }

  record Balance(String account, String member, long points, List<Entry> entries) {}

  /** A change of a member's balance: how many points, when, by what kind of change, and why. */
  record Entry(long points, Instant at, String kind, String cause, String note) {}
}
