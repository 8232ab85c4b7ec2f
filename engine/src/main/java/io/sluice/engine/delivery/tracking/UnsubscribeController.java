package io.sluice.engine.delivery.tracking;

import io.sluice.engine.web.Pages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where people end their consent. Mail programs and scanners fetch every link, so a GET only asks;
 * the button and the one-click of mail programs (RFC 8058) are a POST.
 */
@Hidden
@RestController
@RequestMapping("/u/{token}")
class UnsubscribeController {
  private final LinkLookup links;
  private final Unsubscribing unsubscribing;

  UnsubscribeController(LinkLookup links, Unsubscribing unsubscribing) {
    this.links = links;
    this.unsubscribing = unsubscribing;
  }

  @GetMapping
  ResponseEntity<String> ask(
      @PathVariable String token, HttpServletRequest request, Locale language) {
    return links
        .find(token, Link.Kind.UNSUBSCRIBE, request.getRemoteAddr())
        .map(followed -> question(language))
        .orElseGet(() -> Pages.unknown(language));
  }

  @PostMapping
  ResponseEntity<String> end(
      @PathVariable String token, HttpServletRequest request, Locale language) {
    return links
        .find(token, Link.Kind.UNSUBSCRIBE, request.getRemoteAddr())
        .map(
            followed -> {
              unsubscribing.end(followed, token);
              return done(language);
            })
        .orElseGet(() -> Pages.unknown(language));
  }

  private static ResponseEntity<String> question(Locale language) {
    return Pages.isChinese(language)
        ? Pages.page(HttpStatus.OK, language, "退订", "确定不再接收此类消息吗？", Pages.button("退订"))
        : Pages.page(
            HttpStatus.OK,
            language,
            "Unsubscribe",
            "Do you want no more messages of this kind?",
            Pages.button("Unsubscribe"));
  }

  private static ResponseEntity<String> done(Locale language) {
    return Pages.isChinese(language)
        ? Pages.page(HttpStatus.OK, language, "已退订", "您不会再收到此类消息。", "")
        : Pages.page(
            HttpStatus.OK,
            language,
            "Unsubscribed",
            "You will get no more messages of this kind.",
            "");
  }
}
