package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Escaping;
import io.sluice.engine.delivery.content.liquid.Liquid;
import io.sluice.engine.delivery.content.liquid.LiquidProblem;
import io.sluice.engine.delivery.content.liquid.RenderSettings;
import io.sluice.engine.delivery.content.template.Templates;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.member.guest.ImportedLists;
import io.sluice.engine.segment.RewardFacts;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Message.Variant;
import io.sluice.node.NodeFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes content that somebody is still writing as one member would get it. */
@Component
class Drafts {
  /** Somebody waits for a preview; what is sent is bound by rounds and characters alone. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final Composer composer;
  private final Liquid liquid;
  private final Templates templates;
  private final MemberPages members;
  private final ImportedLists lists;
  private final RewardFacts rewards;

  Drafts(
      Composer composer,
      Liquid liquid,
      Templates templates,
      MemberPages members,
      ImportedLists lists,
      RewardFacts rewards) {
    this.composer = composer;
    this.liquid = liquid;
    this.templates = templates;
    this.members = members;
    this.lists = lists;
    this.rewards = rewards;
  }

  /** The channel and the content of a draft. */
  Variant variant(Workspace workspace, MessageDraft draft) {
    return draft.variant(key -> templates.newest(workspace.id(), key));
  }

  /**
   * The message for the draft's member. Links in it lead nowhere.
   *
   * @throws Problem 400 or 404 if there is no such member or the content cannot be used
   */
  @Transactional(readOnly = true)
  Composed compose(Workspace workspace, MessageDraft draft, SmsParts parts) {
    int person = person(workspace, draft);
    Route route = draft.list() == null ? Route.NONE : new Route(List.of(draft.list()), List.of());
    try {
      return composer
          .prepare(
              workspace,
              draft.checkedPurpose(),
              variant(workspace, draft),
              route,
              new Given.Example(Optional.ofNullable(coupon(workspace, draft))),
              parts)
          .example(person, LONGEST);
    } catch (NodeFailure e) {
      if (e.getCause() instanceof LiquidProblem slow
          && slow.code().equals(LiquidProblem.TOO_SLOW)) {
        throw Problem.badField(slow.code(), slowPart(variant(workspace, draft)), e.getMessage());
      }
      throw new Problem(HttpStatus.BAD_REQUEST, "content-unusable", "/content", e.getMessage());
    }
  }

  private String coupon(Workspace workspace, MessageDraft draft) {
    if (draft.coupon() != null && !rewards.coupons(workspace.id()).contains(draft.coupon())) {
      throw Problem.badField(
          "unknown-coupon-batch",
          "/coupon",
          "There is no coupon batch '%s'; make it, or leave it out.".formatted(draft.coupon()));
    }
    return draft.coupon();
  }

  /** The part that takes too long by itself; all of them where it takes a person's values. */
  private String slowPart(Variant variant) {
    RenderSettings settings =
        new RenderSettings(false, Instant.EPOCH, ZoneOffset.UTC).within(LONGEST);
    for (Map.Entry<String, String> part : new TreeMap<>(variant.content()).entrySet()) {
      try {
        liquid.read(part.getValue(), Escaping.NONE).renderer(settings).render(value -> null);
      } catch (LiquidProblem e) {
        if (e.code().equals(LiquidProblem.TOO_SLOW)) {
          return "/content/" + part.getKey();
        }
      }
    }
    return "/content";
  }

  private int person(Workspace workspace, MessageDraft draft) {
    if (draft.list() != null) {
      InputText.key("list", draft.list());
      int[] first = lists.people(workspace.id(), draft.list()).page(-1, 1);
      if (first.length == 0) {
        throw Problem.badField(
            "unknown-list",
            "/list",
            "There is nobody on a list '%s'; import it first.".formatted(draft.list()));
      }
      if (draft.member() == null) {
        return first[0];
      }
    }
    return members.require(workspace.id(), InputText.key("member", draft.member())).id();
  }
}
