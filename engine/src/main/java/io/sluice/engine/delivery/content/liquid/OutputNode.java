package io.sluice.engine.delivery.content.liquid;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import liqp.TemplateContext;
import liqp.nodes.LNode;

/** Writes a value as it must be where it stands. */
record OutputNode(LNode value, Escaping escaping) implements LNode {
  @Override
  public Object render(TemplateContext context) {
    Scene.requireTime(context);
    return text(value.render(context));
  }

  private String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Object[] many) {
      return text(Arrays.asList(many));
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(this::text).collect(Collectors.joining(", "));
    }
    if (value instanceof LinkMark mark) {
      return mark.mark();
    }
    if (value instanceof Markup markup && escaping == Escaping.HTML) {
      return LinkMarks.without(markup.html());
    }
    return escaping.apply(LinkMarks.without(value.toString()));
  }
}
