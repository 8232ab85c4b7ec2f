package io.sluice.node.types.logic;

import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.InPort;
import io.sluice.node.Inputs;
import io.sluice.node.Label;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.OutPort;
import io.sluice.node.Outputs;
import io.sluice.node.Ports;
import io.sluice.node.SetNode;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Splits people at random into variants to compare, with an optional control group. */
public final class SplitNode implements SetNode<SplitNode.Settings> {
  /** The key of the out-port of the control group. */
  public static final String CONTROL = "control";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final NodeInfo INFO =
      new NodeInfo(
          "split",
          Category.LOGIC,
          Text.of("Split test", "A/B 分流"),
          Text.of("Splits people at random into variants to compare.", "随机分成若干组以便比较效果。"),
          "split",
          Set.of(Trait.DRAWS, Trait.HOLD_OUT));

  /**
   * The settings. All percentages together are exactly 100.
   *
   * @param variants the variants, in order
   * @param controlPercent the share of the control group, where there is one
   */
  public record Settings(
      @NotEmpty @Size(max = 20) @Label(en = "Variants", zh = "分组")
          List<@NotNull @Valid Variant> variants,
      @PositiveOrZero
          @Max(100)
          @Digits(integer = 3, fraction = 4)
          @Label(en = "Control group (%)", zh = "对照组（%）")
          BigDecimal controlPercent) {
    /** Copies the list. */
    public Settings {
      variants = NamedPort.orEmpty(variants);
    }

    private boolean hasControl() {
      return controlPercent != null && controlPercent.signum() > 0;
    }
  }

  /**
   * One variant.
   *
   * @param key the key of its out-port
   * @param name its name on screen
   * @param percent its share of all who arrive
   */
  public record Variant(
      @NotBlank @Size(max = 64) @Label(en = "Key", zh = "键") String key,
      @Size(max = 200) @Label(en = "Name", zh = "名称") String name,
      @NotNull
          @Positive
          @Max(100)
          @Digits(integer = 3, fraction = 4)
          @Label(en = "Share (%)", zh = "占比（%）")
          BigDecimal percent)
      implements NamedPort {}

  @Override
  public NodeInfo info() {
    return INFO;
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Ports ports(Settings settings) {
    List<OutPort> control =
        settings.hasControl() ? List.of(OutPort.of(CONTROL, "Control group", "对照组")) : List.of();
    return new Ports(List.of(InPort.single()), NamedPort.ports(settings.variants(), control));
  }

  @Override
  public void check(Settings settings, NodeCheck check) {
    NamedPort.check("variants", settings.variants(), Set.of(CONTROL), check);
    Stream<BigDecimal> variants =
        settings.variants().stream().filter(Objects::nonNull).map(Variant::percent);
    BigDecimal sum =
        Shares.sum(Stream.concat(variants, Stream.ofNullable(settings.controlPercent())));
    if (sum.compareTo(HUNDRED) != 0) {
      String percent = Shares.text(sum);
      check.error(
          "shares-not-100",
          "variants",
          Text.of(
              "The shares add up to "
                  + percent
                  + " %. Change them so that they and the control group are exactly 100 %.",
              "各组占比合计 " + percent + " %，请调整为与对照组合计恰好 100 %。"));
    }
  }

  @Override
  public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
    List<String> ports = new ArrayList<>();
    List<BigDecimal> shares = new ArrayList<>();
    for (Variant variant : settings.variants()) {
      ports.add(variant.key());
      shares.add(variant.percent().movePointLeft(2));
    }
    if (settings.hasControl()) {
      ports.add(CONTROL);
      shares.add(settings.controlPercent().movePointLeft(2));
    }
    Audience people = inputs.in();
    List<Audience> parts = context.order().slices(people, Shares.bounds(shares, people.size()));
    Outputs outputs = Outputs.none();
    for (int i = 0; i < parts.size(); i++) {
      outputs = outputs.and(ports.get(i), parts.get(i));
    }
    return outputs;
  }
}
