package io.sluice.engine.reward.coupon;

import io.sluice.engine.web.Pages;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where people claim a coupon. Mail programs and scanners fetch every link, so a GET only shows it;
 * the button is a POST.
 */
@Hidden
@RestController
@RequestMapping("/c/{token}")
class ClaimController {
  private final Coupons coupons;
  private final LookUpLimit limit;
  private final Workspaces workspaces;
  private final Clock clock;

  ClaimController(Coupons coupons, LookUpLimit limit, Workspaces workspaces, Clock clock) {
    this.coupons = coupons;
    this.limit = limit;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<String> show(
      @PathVariable String token, HttpServletRequest request, Locale language) {
    return find(token, request)
        .map(offer -> page(offer, offer.found(), language).shown())
        .orElseGet(() -> Pages.unknown(language));
  }

  @PostMapping
  ResponseEntity<String> claim(
      @PathVariable String token, HttpServletRequest request, Locale language) {
    return find(token, request)
        .map(offer -> claim(offer, language))
        .orElseGet(() -> Pages.unknown(language));
  }

  private ResponseEntity<String> claim(Offer offer, Locale language) {
    if (offer.found().coupon().claimedAt() != null) {
      return page(offer, offer.found(), language).shown();
    }
    try {
      Coupons.Found claimed = coupons.claim(offer.named().workspace(), offer.found());
      return page(offer, claimed, language).claimed();
    } catch (Problem refused) {
      Coupons.Found now =
          coupons.find(offer.named().workspace(), offer.named().code()).orElseThrow();
      return page(offer, now, language).refused();
    }
  }

  private record Offer(CouponLinks.Named named, Coupons.Found found) {}

  private Optional<Offer> find(String token, HttpServletRequest request) {
    return limit.lookUp(
        request.getRemoteAddr(),
        () ->
            CouponLinks.read(token)
                .flatMap(
                    named ->
                        coupons
                            .find(named.workspace(), named.code())
                            .map(found -> new Offer(named, found))));
  }

  private ClaimPage page(Offer offer, Coupons.Found found, Locale language) {
    return new ClaimPage(
        found, workspaces.get(offer.named().workspace()).zone(), clock.instant(), language);
  }

  @ExceptionHandler(Problem.class)
  ResponseEntity<String> tooMany(Problem problem, Locale language) {
    return Pages.isChinese(language)
        ? Pages.page(HttpStatus.TOO_MANY_REQUESTS, language, "请稍候", "从此处输入的错误券码过多，请一分钟后再试。", "")
        : Pages.page(
            HttpStatus.TOO_MANY_REQUESTS,
            language,
            "Please wait",
            "Too many codes that do not exist were asked for from here; try again in a minute.",
            "");
  }
}
