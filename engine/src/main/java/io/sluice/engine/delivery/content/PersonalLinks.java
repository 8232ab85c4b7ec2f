package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.LinkMarks;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate.Rendered;
import java.util.List;

/** The links that belong where a rendered text has marks. */
record PersonalLinks(int member, Links links, List<String> targets) implements LinkMarks.Personal {
  /** The finished text; the very same object where there are no marks. */
  static String in(Rendered rendered, int member, Links links) {
    return LinkMarks.resolve(
        rendered.text(),
        rendered.targets().size(),
        new PersonalLinks(member, links, rendered.targets()));
  }

  @Override
  public String click(int number) {
    return links.click(member, targets.get(number));
  }

  @Override
  public String unsubscribe() {
    return links.unsubscribe(member);
  }

  @Override
  public String open() {
    return links.open(member);
  }
}
