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
import io.sluice.node.SeededOrder;
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
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Draws people at random into one or more named samples that do not overlap. */
public final class SampleNode implements SetNode<SampleNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "sample",
          Category.LOGIC,
          Text.of("Sample", "抽样"),
          Text.of("Draws people at random into samples that do not overlap.", "随机抽取互不重叠的样本。"),
          "dices",
          Set.of(Trait.DRAWS));

  /**
   * The settings.
   *
   * @param draws the samples, all by ratio or all by number
   * @param samePeopleEachTime whether every run of the campaign draws the same people
   */
  public record Settings(
      @NotEmpty @Size(max = 20) @Label(en = "Draws", zh = "样本") List<@NotNull @Valid Draw> draws,
      @Label(en = "Same people each time", zh = "每次抽取相同的人") boolean samePeopleEachTime) {
    /** Copies the list. */
    public Settings {
      draws = NamedPort.orEmpty(draws);
    }
  }

  /**
   * One sample: either a ratio or a number.
   *
   * @param key the key of its out-port
   * @param name its name on screen
   * @param ratio the share of all who arrive, above 0 up to 1
   * @param number how many people; fewer where there are not enough
   */
  public record Draw(
      @NotBlank @Size(max = 64) @Label(en = "Key", zh = "键") String key,
      @Size(max = 200) @Label(en = "Name", zh = "名称") String name,
      @Positive
          @Max(1)
          @Digits(integer = 1, fraction = 6)
          @Label(en = "Ratio", zh = "比例", field = "ratio")
          BigDecimal ratio,
      @Positive @Label(en = "Number", zh = "人数") Integer number)
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
    List<OutPort> out = NamedPort.ports(settings.draws(), List.of(OutPort.rest()));
    return new Ports(List.of(InPort.single()), out);
  }

  @Override
  public void check(Settings settings, NodeCheck check) {
    NamedPort.check("draws", settings.draws(), Set.of(OutPort.REST), check);
    List<Draw> draws = settings.draws().stream().filter(Objects::nonNull).toList();
    boolean anyNumber = draws.stream().anyMatch(draw -> draw.number() != null);
    boolean anyRatio = draws.stream().anyMatch(draw -> draw.ratio() != null);
    if (anyNumber && anyRatio) {
      check.error(
          "draws-of-two-kinds",
          "draws",
          Text.of(
              "Some draws have a ratio and some a number. Give all a ratio, or all a number.",
              "有的样本按比例、有的按人数，请统一为全部按比例或全部按人数。"));
    } else {
      checkEachHasAmount(settings.draws(), check);
    }
    BigDecimal sum = Shares.sum(draws.stream().map(Draw::ratio));
    if (sum.compareTo(BigDecimal.ONE) > 0) {
      String percent = Shares.text(sum.movePointRight(2));
      check.error(
          "draws-above-all",
          "draws",
          Text.of(
              "The draws add up to " + percent + " %. Lower them to 100 % or less.",
              "各样本合计 " + percent + " %，请降到 100 % 以内。"));
    }
  }

  private static void checkEachHasAmount(List<Draw> draws, NodeCheck check) {
    for (int i = 0; i < draws.size(); i++) {
      Draw draw = draws.get(i);
      if (draw != null && draw.ratio() == null && draw.number() == null) {
        check.error(
            "missing-amount",
            "draws[" + i + "].ratio",
            Text.of(
                "Say how many people this draw takes: a ratio or a number.", "请填写该样本抽取的比例或人数。"));
      }
    }
  }

  @Override
  public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
    Audience people = inputs.in();
    List<Draw> draws = settings.draws();
    SeededOrder order = settings.samePeopleEachTime() ? context.orderOfAllRuns() : context.order();
    int[] bounds = bounds(draws, people.size());
    int[] withRest = Arrays.copyOf(bounds, bounds.length + 1);
    withRest[bounds.length] = people.size();
    List<Audience> parts = order.slices(people, withRest);
    Outputs outputs = Outputs.of(OutPort.REST, parts.get(draws.size()));
    for (int i = 0; i < draws.size(); i++) {
      outputs = outputs.and(draws.get(i).key(), parts.get(i));
    }
    return outputs;
  }

  private static int[] bounds(List<Draw> draws, int people) {
    if (draws.get(0).ratio() != null) {
      return Shares.bounds(draws.stream().map(Draw::ratio).toList(), people);
    }
    int[] bounds = new int[draws.size() + 1];
    for (int i = 0; i < draws.size(); i++) {
      bounds[i + 1] = (int) Math.min(people, (long) bounds[i] + draws.get(i).number());
    }
    return bounds;
  }
}
