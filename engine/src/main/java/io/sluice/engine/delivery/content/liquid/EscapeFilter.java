package io.sluice.engine.delivery.content.liquid;

import liqp.TemplateContext;
import liqp.filters.Filter;

/** Escapes HTML. Where values are escaped anyway, this does not do it twice. */
final class EscapeFilter extends Filter {
  EscapeFilter() {
    super("escape");
  }

  @Override
  public Object apply(Object value, TemplateContext context, Object... parameters) {
    return value instanceof Markup ? value : new Markup(Markup.escape(asString(value, context)));
  }
}
