package io.sluice.engine.delivery.content.liquid;

import io.sluice.node.Text;
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
    if (placeholder instanceof Placeholder.Unsubscribe) {
      return new LinkMark(String.valueOf(LinkMarks.UNSUBSCRIBE));
    }
    Scene scene = Scene.of(context);
    Object value = scene.values().apply(placeholder);
    return value instanceof Text text ? (scene.chinese() ? text.zh() : text.en()) : value;
  }
}
