package io.sluice.engine.delivery.content.liquid;

import liqp.TemplateContext;
import liqp.nodes.LookupNode;

/** Stands for what the person has at a placeholder. */
final class PlaceholderNode extends LookupNode {
  private final Placeholder placeholder;

  PlaceholderNode(String name, Placeholder placeholder) {
    super(name);
    this.placeholder = placeholder;
  }

  @Override
  public Object render(TemplateContext context) {
    return placeholder instanceof Placeholder.Unsubscribe
        ? new LinkMark(String.valueOf(LinkMarks.UNSUBSCRIBE))
        : Scene.of(context).values().apply(placeholder);
  }
}
