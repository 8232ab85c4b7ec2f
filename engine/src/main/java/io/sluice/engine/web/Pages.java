package io.sluice.engine.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** The small pages that people see who follow a link, in Chinese or English; without scripts. */
public final class Pages {
  /** Where such pages and what belongs to them stand; whoever calls them has a secret of ours. */
  public static final List<String> PATHS = List.of("/l/", "/u/", "/o/", "/c/");

  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:1.1em/1.5 system-ui,sans-serif;max-width:30em;margin:4em auto;padding:0 1em}
      button{font:inherit;padding:.5em 1.5em}
      dt{opacity:.7;font-size:.9em}dd{margin:0 0 .6em}
      .code{font:1.5em/2 ui-monospace,monospace;letter-spacing:.1em;text-align:center;\
      border:2px dashed;border-radius:.4em;overflow-wrap:anywhere}
      """;

  /** What browsers may do with such a page: show it with its own style, and send its form. */
  public static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + sha256(STYLE)
          + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private Pages() {}

  /** Whether people come there by a link. */
  public static boolean isPage(String path) {
    return PATHS.stream().anyMatch(path::startsWith);
  }

  /** For a link that leads nowhere. */
  public static ResponseEntity<String> unknown(Locale language) {
    return isChinese(language)
        ? page(HttpStatus.NOT_FOUND, language, "链接无效", "此链接不完整或已失效。", "")
        : page(
            HttpStatus.NOT_FOUND,
            language,
            "Unknown link",
            "This link is incomplete, or is no longer valid.",
            "");
  }

  /** Whether a page in this language is shown in Chinese; all others are in English. */
  public static boolean isChinese(Locale language) {
    return language.getLanguage().equals("zh");
  }

  /**
   * A page of one sentence.
   *
   * @param more what stands below it, as HTML in which every text is escaped
   */
  public static ResponseEntity<String> page(
      HttpStatus status, Locale language, String title, String sentence, String more) {
    String html =
        """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex"><title>%s</title>
        <style>%s</style></head>
        <body><h1>%s</h1><p>%s</p>%s</body></html>
        """
            .formatted(
                isChinese(language) ? "zh" : "en",
                escaped(title),
                STYLE,
                escaped(title),
                escaped(sentence),
                more);
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(html);
  }

  /** A button that sends a form to the page's own address. */
  public static String button(String label) {
    return "<form method=\"post\"><button>" + escaped(label) + "</button></form>";
  }

  /** A text as it must be within HTML. */
  public static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
