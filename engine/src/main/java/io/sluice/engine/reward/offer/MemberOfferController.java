package io.sluice.engine.reward.offer;

import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.InputText;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a shop asks about a member. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/members/{member}")
class MemberOfferController {
  private final MarkedOffers marks;
  private final OfferUses uses;
  private final MemberPages members;
  private final Clock clock;

  MemberOfferController(MarkedOffers marks, OfferUses uses, MemberPages members, Clock clock) {
    this.marks = marks;
    this.uses = uses;
    this.members = members;
    this.clock = clock;
  }

  @Operation(
      summary = "The offers that a member has now",
      description = "Those the member is marked for that count now and of which some are left.")
  @GetMapping("/discount-offers")
  List<MemberOffer> offers(@PathVariable Workspace workspace, @PathVariable String member) {
    int id = members.requireId(workspace.id(), InputText.key("member", member));
    Instant now = clock.instant();
    return marked(workspace, id, now).stream()
        .filter(one -> one.refusal(now).isEmpty())
        .map(
            one ->
                new MemberOffer(
                    OfferDocument.of(one.offer()),
                    marks.markedUntil(workspace.id(), one.offer(), id, now).orElse(null),
                    one.left() == Long.MAX_VALUE ? null : one.left()))
        .toList();
  }

  @Operation(
      summary = "What a cart costs a member",
      description =
          "Offers for single items add up; of the offers for whole orders the best one counts."
              + " Nothing is used up: record the offers with the order.")
  @PostMapping("/price")
  PricedCart price(
      @PathVariable Workspace workspace,
      @PathVariable String member,
      @RequestBody CartDocument body) {
    int id = members.requireId(workspace.id(), InputText.key("member", member));
    Instant now = clock.instant();
    return CartPricing.price(body.read(), marked(workspace, id, now), now);
  }

  private List<MarkedOffer> marked(Workspace workspace, int member, Instant at) {
    Map<Integer, Long> had = uses.had(workspace.id(), member);
    return marks.of(workspace.id(), member, at).stream()
        .map(offer -> new MarkedOffer(offer, had.getOrDefault(offer.id(), 0L)))
        .toList();
  }

  record MemberOffer(
      OfferDocument offer,
      @Schema(description = "When the member's mark ends, if it does before the offer")
          Instant markedUntil,
      @Schema(description = "How many the member can still have; left out where there is no limit")
          Long left) {}
}
