package io.sluice.engine.delivery.tracking;

import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.tracking.LinkLookup.Followed;
import io.sluice.engine.web.Pages;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where links in messages lead first. */
@Hidden
@RestController
class LinkController {
  private static final byte[] DOT =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  private final LinkLookup links;
  private final Following following;

  LinkController(LinkLookup links, Following following) {
    this.links = links;
    this.following = following;
  }

  /** Notes the click and leads on to the target that was stored with the message. */
  @GetMapping("/l/{token}")
  ResponseEntity<String> click(
      @PathVariable String token, HttpServletRequest request, Locale language) {
    Optional<Followed> followed = links.find(token, Link.Kind.CLICK, request.getRemoteAddr());
    Optional<String> target = followed.flatMap(one -> SafeTarget.of(one.link().target()));
    if (target.isEmpty()) {
      return Pages.unknown(language);
    }
    if (isPerson(request)) {
      following.note(followed.get(), token, Receipt.Kind.CLICKED);
    }
    return ResponseEntity.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, target.get())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Notes that an e-mail was opened; the picture is the same for every address. */
  @GetMapping("/o/{token}.gif")
  ResponseEntity<byte[]> open(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    links
        .find(token, Link.Kind.OPEN, request.getRemoteAddr())
        .filter(one -> isPerson(request))
        .ifPresent(one -> following.note(one, token, Receipt.Kind.OPENED));
    // Web mail shows it inside pages of its own.
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_GIF)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(DOT);
  }

  /** Machines look ahead by HEAD, or say that they only fetch in advance. */
  private static boolean isPerson(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && !says(request, "Sec-Purpose")
        && !says(request, "Purpose")
        && !says(request, "X-Moz");
  }

  private static boolean says(HttpServletRequest request, String header) {
    String value = request.getHeader(header);
    return value != null && value.toLowerCase(Locale.ROOT).contains("prefetch");
  }
}
