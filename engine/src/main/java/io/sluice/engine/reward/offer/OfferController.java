package io.sluice.engine.reward.offer;

import io.sluice.engine.member.MemberPage;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.segment.SetEditor;
import io.sluice.engine.web.InputNumber;
import io.sluice.engine.web.InputText;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.SetRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/discount-offers")
class OfferController {
  private static final int KEY_LENGTH = 64;
  private static final int ORDER_LENGTH = 200;
  private static final int MOST_ITEMS = 100_000;

  private final Offers offers;
  private final OfferUses uses;
  private final SetEditor marks;
  private final MemberPages members;

  OfferController(Offers offers, OfferUses uses, SetEditor marks, MemberPages members) {
    this.offers = offers;
    this.uses = uses;
    this.marks = marks;
    this.members = members;
  }

  @Operation(summary = "The offers for which members can be marked")
  @GetMapping
  List<OfferDocument> list(@PathVariable Workspace workspace) {
    return offers.all(workspace.id()).stream().map(OfferDocument::of).toList();
  }

  @Operation(summary = "An offer")
  @GetMapping("/{offer}")
  OfferDocument get(@PathVariable Workspace workspace, @PathVariable String offer) {
    return OfferDocument.of(require(workspace, offer));
  }

  @Operation(
      summary = "Makes an offer, or changes it",
      description = "Marks and uses stay what they are.")
  @PutMapping("/{offer}")
  OfferDocument put(
      @PathVariable Workspace workspace,
      @PathVariable String offer,
      @RequestBody OfferDocument body) {
    String key = InputText.line("offer", InputText.key("offer", offer), KEY_LENGTH);
    return OfferDocument.of(offers.put(workspace.id(), body.read(key)));
  }

  @Operation(summary = "The members who are marked for an offer, in pages")
  @GetMapping("/{offer}/members")
  MemberPage members(
      @PathVariable Workspace workspace,
      @PathVariable String offer,
      @RequestParam(required = false) Instant asOf,
      @RequestParam(defaultValue = "-1") int after,
      @RequestParam(defaultValue = "100") int limit) {
    SetRef mark = SetRef.discountMark(require(workspace, offer).key());
    return members.page(
        workspace.id(),
        asOf == null ? marks.people(workspace, mark) : marks.people(workspace, mark, asOf),
        after,
        limit);
  }

  @Operation(summary = "Marks members for an offer by hand, and takes marks away")
  @PostMapping("/{offer}/members")
  Marks change(
      @PathVariable Workspace workspace,
      @PathVariable String offer,
      @RequestBody SetEditor.MembersChange body) {
    SetRef mark = SetRef.discountMark(require(workspace, offer).key());
    marks.change(workspace, mark, body);
    return new Marks(offer, marks.people(workspace, mark).size());
  }

  @Operation(
      summary = "Records that an order used an offer",
      description =
          "The same order again changes nothing. Where the offer has a limit, this is what keeps"
              + " it: 409 where too few are left.")
  @PutMapping("/{offer}/uses/{order}")
  Used use(
      @PathVariable Workspace workspace,
      @PathVariable String offer,
      @PathVariable String order,
      @RequestBody NewUse body) {
    int member = members.requireId(workspace.id(), InputText.key("/member", body.member()));
    int quantity =
        body.quantity() == null ? 1 : InputNumber.count("/quantity", body.quantity(), MOST_ITEMS);
    OfferUses.Use use =
        uses.use(
            workspace.id(),
            require(workspace, offer).key(),
            InputText.line("order", InputText.key("order", order), ORDER_LENGTH),
            member,
            quantity);
    return used(workspace, offer, use);
  }

  @Operation(summary = "Takes back that an order used an offer; again changes nothing")
  @DeleteMapping("/{offer}/uses/{order}")
  Used takeBack(
      @PathVariable Workspace workspace, @PathVariable String offer, @PathVariable String order) {
    return used(
        workspace,
        offer,
        uses.takeBack(
            workspace.id(),
            require(workspace, offer).key(),
            InputText.line("order", InputText.key("order", order), ORDER_LENGTH)));
  }

  private Used used(Workspace workspace, String offer, OfferUses.Use use) {
    long left = require(workspace, offer).left();
    return new Used(
        offer,
        use.order(),
        use.quantity(),
        use.at(),
        use.takenBackAt(),
        left == Long.MAX_VALUE ? null : left);
  }

  private Offer require(Workspace workspace, String offer) {
    return offers
        .find(workspace.id(), InputText.key("offer", offer))
        .orElseThrow(() -> OfferUses.unknown(offer));
  }

  record Marks(String key, int count) {}

  record NewUse(
      String member,
      @Schema(description = "How many items had it; 1 if left out, and for offers of whole orders")
          Integer quantity) {}

  record Used(
      String offer,
      String order,
      int quantity,
      Instant at,
      Instant takenBackAt,
      @Schema(description = "How many can still be had; left out where there is no limit")
          Long left) {}
}
