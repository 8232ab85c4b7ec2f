package io.sluice.engine.reward.coupon;

import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.InputNumber;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}")
class CouponController {
  private static final int KEY_LENGTH = 64;
  private static final int MOST_PRODUCTS = 1_000;
  private static final int NAME_LENGTH = 200;

  private final CouponBatches batches;
  private final Coupons coupons;
  private final LookUpLimit limit;
  private final MemberPages members;
  private final Clock clock;

  CouponController(
      CouponBatches batches, Coupons coupons, LookUpLimit limit, MemberPages members, Clock clock) {
    this.batches = batches;
    this.coupons = coupons;
    this.limit = limit;
    this.members = members;
    this.clock = clock;
  }

  @Operation(summary = "The batches of coupons")
  @GetMapping("/coupon-batches")
  List<BatchDocument> list(@PathVariable Workspace workspace) {
    return batches.all(workspace.id()).stream().map(BatchDocument::of).toList();
  }

  @Operation(summary = "A batch of coupons")
  @GetMapping("/coupon-batches/{batch}")
  BatchDocument get(@PathVariable Workspace workspace, @PathVariable String batch) {
    return BatchDocument.of(
        batches
            .find(workspace.id(), batch)
            .orElseThrow(
                () ->
                    Problem.unknown(
                        "unknown-coupon-batch",
                        "There is no coupon batch '"
                            + batch
                            + "'; make it by PUT, or correct the address.")));
  }

  @Operation(
      summary = "Makes a batch of coupons, or changes it",
      description = "Coupons that were given or claimed keep the instant at which they expire.")
  @PutMapping("/coupon-batches/{batch}")
  BatchDocument put(
      @PathVariable Workspace workspace,
      @PathVariable String batch,
      @RequestBody BatchDocument body) {
    String key = InputText.line("batch", InputText.key("batch", batch), KEY_LENGTH);
    return BatchDocument.of(batches.put(workspace.id(), body.read(key)));
  }

  @Operation(summary = "The coupons of a member, the last first, at most 200")
  @GetMapping("/members/{member}/coupons")
  List<CouponDocument> ofMember(@PathVariable Workspace workspace, @PathVariable String member) {
    int id = members.requireId(workspace.id(), InputText.key("member", member));
    return coupons.ofMember(workspace.id(), id).stream().map(this::document).toList();
  }

  @Operation(summary = "The coupon of a code")
  @GetMapping("/coupons/{code}")
  CouponDocument find(
      @PathVariable Workspace workspace, @PathVariable String code, HttpServletRequest request) {
    return document(require(workspace, code, request));
  }

  @Operation(summary = "Claims a coupon that was offered; again changes nothing")
  @PostMapping("/coupons/{code}/claim")
  CouponDocument claim(
      @PathVariable Workspace workspace, @PathVariable String code, HttpServletRequest request) {
    return document(coupons.claim(workspace.id(), require(workspace, code, request)));
  }

  @Operation(summary = "What a coupon would take off an order")
  @PostMapping("/coupons/{code}/quote")
  Quote quote(
      @PathVariable Workspace workspace,
      @PathVariable String code,
      @RequestBody Purchase body,
      HttpServletRequest request) {
    return new Quote(coupons.quoteUsable(require(workspace, code, request), body.read("quote")));
  }

  @Operation(
      summary = "Uses a coupon with an order",
      description =
          "The same coupon with the same order again changes nothing; with another amount it is"
              + " refused.")
  @PostMapping("/coupons/{code}/use")
  CouponDocument use(
      @PathVariable Workspace workspace,
      @PathVariable String code,
      @RequestBody Purchase body,
      HttpServletRequest request) {
    return document(
        coupons.use(
            workspace.id(),
            require(workspace, code, request),
            body.read(InputText.key("/order", body.order()))));
  }

  @Operation(summary = "Revokes a coupon that was not used")
  @PostMapping("/coupons/{code}/revoke")
  CouponDocument revoke(
      @PathVariable Workspace workspace, @PathVariable String code, HttpServletRequest request) {
    return document(coupons.revoke(workspace.id(), require(workspace, code, request)));
  }

  private Coupons.Found require(Workspace workspace, String code, HttpServletRequest request) {
    return limit
        .lookUp(request.getRemoteAddr(), () -> coupons.find(workspace.id(), code))
        .orElseThrow(
            () -> Problem.unknown("unknown-coupon", "There is no such coupon; check the code."));
  }

  private CouponDocument document(Coupons.Found found) {
    return CouponDocument.of(found, clock.instant());
  }

  /** An order with which a coupon is used. */
  record Purchase(String order, BigDecimal amount, String store, List<String> products) {
    Coupons.Purchase read(String key) {
      return new Coupons.Purchase(
          key,
          InputNumber.amount("/amount", amount),
          Optional.ofNullable(store).map(name -> InputText.name("/store", name, NAME_LENGTH)),
          InputText.names("/products", products, MOST_PRODUCTS, NAME_LENGTH));
    }
  }

  record Quote(BigDecimal deduction) {}
}
