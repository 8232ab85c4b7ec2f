package io.sluice.engine.delivery.content.liquid;

import liqp.TemplateContext;
import liqp.filters.Filter;

/** Makes a web address a link whose clicks are noted: {@code {{ 'https://…' | link }}}. */
final class LinkFilter extends Filter {
  LinkFilter() {
    super("link");
  }

  @Override
  public Object apply(Object value, TemplateContext context, Object... parameters) {
    String target = asString(value, context).strip();
    Scene scene = Scene.of(context);
    if (!target.startsWith("https://") && !target.startsWith("http://")) {
      // One person's odd value must not stop the message to the others.
      if (scene.personal()) {
        return target;
      }
      throw LiquidProblems.badLink(target);
    }
    return scene.trackClicks() ? new LinkMark(LinkMarks.click(target, scene.targets())) : target;
  }
}
