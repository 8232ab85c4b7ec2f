package io.sluice.engine.delivery.tracking;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** The small pages that people see who follow a link, in Chinese or English. */
final class Pages {
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private Pages() {}

  /** For a link that leads nowhere. */
  static ResponseEntity<String> unknown(Locale language) {
    return isChinese(language)
        ? page(HttpStatus.NOT_FOUND, language, "链接无效", "此链接不完整或已失效。", "")
        : page(
            HttpStatus.NOT_FOUND,
            language,
            "Unknown link",
            "This link is incomplete, or is no longer valid.",
            "");
  }

  static boolean isChinese(Locale language) {
    return language.getLanguage().equals("zh");
  }

  /** A page of one sentence, and a form where there is something to do. */
  static ResponseEntity<String> page(
      HttpStatus status, Locale language, String title, String sentence, String form) {
    String html =
        """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex"><title>%s</title>
        <style>body{font:1.1em/1.5 system-ui,sans-serif;max-width:30em;margin:4em auto;padding:0 1em}
        button{font:inherit;padding:.5em 1.5em}</style></head>
        <body><h1>%s</h1><p>%s</p>%s</body></html>
        """
            .formatted(
                isChinese(language) ? "zh" : "en",
                HtmlUtils.htmlEscape(title, "UTF-8"),
                HtmlUtils.htmlEscape(title, "UTF-8"),
                HtmlUtils.htmlEscape(sentence, "UTF-8"),
                form);
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(html);
  }
}
