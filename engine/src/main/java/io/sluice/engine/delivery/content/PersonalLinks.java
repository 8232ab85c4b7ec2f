package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.LinkMarks;
import io.sluice.engine.delivery.content.liquid.LiquidTemplate.Rendered;

/** Puts a person's links where a rendered text has marks. */
final class PersonalLinks {
  private PersonalLinks() {}

  /** The finished text; the very same object where there are no marks. */
  static String in(Rendered rendered, int member, Links links) {
    return LinkMarks.resolve(
        rendered.text(),
        rendered.targets().size(),
        number -> links.click(member, rendered.targets().get(number)),
        () -> links.unsubscribe(member));
  }
}
