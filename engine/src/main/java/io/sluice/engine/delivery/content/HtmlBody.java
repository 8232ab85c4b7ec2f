package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.LinkMarks;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate.Rendered;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Finishes the HTML of an e-mail: its preheader, and what notes clicks and opens. */
final class HtmlBody {
  private static final Pattern BODY = Pattern.compile("<body\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern BODY_END = Pattern.compile("</body\\s*>", Pattern.CASE_INSENSITIVE);

  /** The address of a link that a person can follow: of an anchor or an area of a picture. */
  private static final Pattern HREF =
      Pattern.compile(
          "(<(?:a|area)\\b[^<>]*?\\bhref\\s*=\\s*)(?:\"(https?://[^\"]*)\"|'(https?://[^']*)')",
          Pattern.CASE_INSENSITIVE);

  private HtmlBody() {}

  /** The HTML with a text at its begin that mail programs show beside the subject. */
  static String withPreheader(String html, String preheader) {
    if (preheader.isBlank()) {
      return html;
    }
    String hidden =
        "<div style=\"display:none;max-height:0;overflow:hidden\">" + preheader + "</div>";
    Matcher body = BODY.matcher(html);
    int at = body.find() ? body.end() : 0;
    return html.substring(0, at) + hidden + html.substring(at);
  }

  /** The HTML with marks in place of its web links, and of the picture that notes the opening. */
  static Rendered tracked(String html, List<String> targets) {
    List<String> all = new ArrayList<>(targets);
    String linked =
        HREF.matcher(html)
            .replaceAll(
                link -> {
                  String target = link.group(2) == null ? link.group(3) : link.group(2);
                  String mark = LinkMarks.click(HtmlUtils.htmlUnescape(target), all);
                  return Matcher.quoteReplacement(link.group(1) + "\"" + mark + "\"");
                });
    String dot = "<img src=\"" + LinkMarks.open() + "\" width=\"1\" height=\"1\" alt=\"\">";
    Matcher end = BODY_END.matcher(linked);
    int at = end.find() ? end.start() : linked.length();
    return new Rendered(linked.substring(0, at) + dot + linked.substring(at), all);
  }
}
