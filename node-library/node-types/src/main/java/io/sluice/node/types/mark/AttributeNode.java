package io.sluice.node.types.mark;

import io.sluice.node.ActionContext;
import io.sluice.node.ActionNode;
import io.sluice.node.AttributeKind;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Forecast;
import io.sluice.node.Label;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.Outcome;
import io.sluice.node.Rule;
import io.sluice.node.Text;
import io.sluice.node.ValueRef;
import io.sluice.node.ValueWrite;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes an attribute of people. */
public final class AttributeNode implements ActionNode<AttributeNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "attribute",
          Category.MARK,
          Text.of("Attribute", "修改属性"),
          Text.of("Writes an attribute of people.", "写入会员属性。"),
          "pencil",
          Set.of());

  /**
   * The settings.
   *
   * @param attribute the attribute
   * @param values the value, or several where members choose several
   * @param mode how it goes together with what is there
   * @param skipIf whom the node passes over
   */
  public record Settings(
      @NotBlank @Size(max = 64) @Label(en = "Attribute", zh = "属性", field = "attribute")
          String attribute,
      @NotEmpty @Size(max = 100) @Label(en = "Value", zh = "值", field = "attribute-value")
          List<@NotBlank @Size(max = 500) String> values,
      @NotNull @Label(en = "Mode", zh = "方式") Mode mode,
      @Label(en = "Pass over", zh = "跳过条件") Rule skipIf) {}

  /** How a new value goes together with what is there. */
  public enum Mode {
    @Label(en = "Overwrite", zh = "覆盖")
    OVERWRITE,
    @Label(en = "Fill in only where it is empty", zh = "仅填充空值")
    FILL,
    @Label(en = "Add to the choices", zh = "追加选项")
    ADD
  }

  @Override
  public NodeInfo info() {
    return INFO;
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public void check(Settings settings, NodeCheck check) {
    if (settings.attribute() == null || settings.attribute().isBlank()) {
      return;
    }
    Optional<AttributeKind> kind = check.attributeKind(settings.attribute());
    if (kind.isEmpty()) {
      check.error(
          "unknown-attribute",
          "attribute",
          Text.of(
              "There is no attribute '" + settings.attribute() + "'. Make it, or choose another.",
              "属性“" + settings.attribute() + "”不存在，请创建或另选。"));
      return;
    }
    if (kind.get().readOnly()) {
      check.error(
          "attribute-of-platform",
          "attribute",
          Text.of(
              "The attribute '"
                  + settings.attribute()
                  + "' comes from a platform and is only read here. Choose one of your own.",
              "属性“" + settings.attribute() + "”来自平台，只读，请选择自有属性。"));
    }
    new AttributeValueCheck(kind.get(), check).check(settings);
  }

  @Override
  public Forecast forecast(Settings settings, Audience audience, NodeContext context) {
    return Forecast.done(audience, write(settings, audience));
  }

  @Override
  public Outcome act(Settings settings, Audience batch, ActionContext context) {
    context.write(write(settings, batch));
    return Outcome.done(batch);
  }

  private static ValueWrite write(Settings settings, Audience people) {
    ValueWrite.Mode mode =
        switch (settings.mode()) {
          case OVERWRITE -> ValueWrite.Mode.SET;
          case FILL -> ValueWrite.Mode.FILL;
          case ADD -> ValueWrite.Mode.ADD;
        };
    return new ValueWrite(
        ValueRef.attribute(settings.attribute()), mode, settings.values(), people);
  }

  @Override
  public Set<ValueRef> writes(Settings settings) {
    return settings.attribute() == null
        ? Set.of()
        : Set.of(ValueRef.attribute(settings.attribute()));
  }

  @Override
  public Optional<Rule> skipIf(Settings settings) {
    return Optional.ofNullable(settings.skipIf());
  }
}
