package io.sluice.engine.delivery.gateway.smtp;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Makes the text of an e-mail from its HTML, for those who read it without. */
final class PlainText {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final Pattern UNSEEN =
      Pattern.compile("<!--.*?-->|<(style|script|head|title)\\b.*?</\\1\\s*>", FLAGS);
  private static final Pattern LINK =
      Pattern.compile("<a\\b[^>]*?\\bhref\\s*=\\s*[\"']?([^\"'\\s>]+)[^>]*>(.*?)</a\\s*>", FLAGS);
  private static final Pattern ITEM = Pattern.compile("<li\\b[^>]*>", FLAGS);
  private static final Pattern BREAK =
      Pattern.compile("<(?:br|hr|/?(?:p|div|tr|table|ul|ol|h[1-6]|blockquote))\\b[^>]*>", FLAGS);
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?][^>]*>");

  private PlainText() {}

  static String of(String html) {
    String text = UNSEEN.matcher(html).replaceAll(" ");
    text = text.replaceAll("\\s+", " ");
    text = LINK.matcher(text).replaceAll("$2 ($1)");
    text = ITEM.matcher(text).replaceAll("\n- ");
    text = BREAK.matcher(text).replaceAll("\n");
    text = HtmlUtils.htmlUnescape(TAG.matcher(text).replaceAll(""));
    text = text.replace('\u00a0', ' ');
    return text.replaceAll(" *\n *", "\n").replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }
}
