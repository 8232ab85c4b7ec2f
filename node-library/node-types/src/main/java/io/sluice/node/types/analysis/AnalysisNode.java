package io.sluice.node.types.analysis;

import io.sluice.node.Category;
import io.sluice.node.KeyForm;
import io.sluice.node.Label;
import io.sluice.node.NodeInfo;
import io.sluice.node.Observation;
import io.sluice.node.ObserverNode;
import io.sluice.node.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Watches what comes of the action it hangs on: orders, buyers, clicks, cost. */
public final class AnalysisNode implements ObserverNode<AnalysisNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "analysis",
          Category.ANALYSIS,
          Text.of("Analysis", "效果分析"),
          Text.of("Watches what comes of the action it hangs on.", "统计所挂动作带来的效果。"),
          "chart",
          Set.of());

  /**
   * The settings.
   *
   * @param days how many whole days after the end of the run count; 5 where nobody says
   * @param products only orders of these products, where some are named
   * @param categories only orders of these categories, where some are named
   * @param presaleOnly whether only presale orders count
   * @param baseline the control group, or the split with one, to compare with
   */
  public record Settings(
      @Min(1) @Max(Observation.MOST_DAYS) @Label(en = "Days after the run's end", zh = "运行结束后统计天数")
          Integer days,
      @Size(max = 1000) @Label(en = "Products", zh = "指定商品")
          List<@NotBlank @Size(max = 200) String> products,
      @Size(max = 1000) @Label(en = "Categories", zh = "指定类目")
          List<@NotBlank @Size(max = 200) String> categories,
      @Label(en = "Presale orders only", zh = "仅统计预售订单") Boolean presaleOnly,
      @Pattern(regexp = KeyForm.NODE) @Label(en = "Compare with", zh = "对比基线", field = "baseline")
          String baseline) {
    /** Copies the lists. */
    public Settings {
      products = products == null ? null : products.stream().toList();
      categories = categories == null ? null : categories.stream().toList();
    }
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
  public Observation observation(Settings settings) {
    return new Observation(
        settings.days() == null ? Observation.DEFAULT_DAYS : settings.days(),
        setOf(settings.products()),
        setOf(settings.categories()),
        Boolean.TRUE.equals(settings.presaleOnly()),
        Optional.ofNullable(settings.baseline()));
  }

  private static Set<String> setOf(List<String> values) {
    return values == null ? Set.of() : Set.copyOf(values);
  }
}
