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
    if (!target.startsWith("https://") && !target.startsWith("http://")) {
      throw LiquidProblems.badLink(target);
    }
    Scene scene = Scene.of(context);
    return scene.trackClicks() ? new LinkMark(LinkMarks.click(target, scene.targets())) : target;
  }
}
