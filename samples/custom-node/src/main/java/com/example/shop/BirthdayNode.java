package com.example.shop;

import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.InPort;
import io.sluice.node.Inputs;
import io.sluice.node.Label;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.OutPort;
import io.sluice.node.Outputs;
import io.sluice.node.Ports;
import io.sluice.node.Rule;
import io.sluice.node.SetNode;
import io.sluice.node.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sorts people by how near their birthday is: today, soon, missed by a few days, or none of it. */
public final class BirthdayNode implements SetNode<BirthdayNode.Settings> {
  /** The port of those whose birthday it is. */
  public static final String TODAY = "today";

  /** The port of those whose birthday comes within the days ahead. */
  public static final String SOON = "soon";

  /** The port of those whose birthday was within the days back. */
  public static final String BELATED = "belated";

  private static final NodeInfo INFO =
      new NodeInfo(
          "shop-birthday",
          Category.LOGIC,
          Text.of("Birthday", "生日"),
          Text.of("Sorts people by how near their birthday is.", "按生日远近把人分流。"),
          "cake",
          Set.of());

  /**
   * The settings.
   *
   * @param daysAhead how many days ahead a birthday is soon
   * @param daysBack for how many days a missed birthday is still congratulated on; null or 0: none
   */
  public record Settings(
      @NotNull @Min(1) @Max(60) @Label(en = "Days ahead", zh = "提前天数") Integer daysAhead,
      @Min(0) @Max(14) @Label(en = "Days back, for late wishes", zh = "补祝天数") Integer daysBack) {

    private boolean congratulatesLate() {
      return daysBack != null && daysBack > 0;
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
  public Ports ports(Settings settings) {
    List<OutPort> out = new ArrayList<>();
    out.add(OutPort.of(TODAY, "Today", "当天生日"));
    out.add(OutPort.of(SOON, "Soon", "即将生日"));
    if (settings.congratulatesLate()) {
      out.add(OutPort.of(BELATED, "Belated", "刚过生日"));
    }
    out.add(OutPort.rest());
    return new Ports(List.of(InPort.single()), out);
  }

  @Override
  public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
    Audience people = inputs.in();
    Audience today = people.intersect(birthday(0, 0, context));
    Audience others = people.minus(today);
    Audience soon = others.intersect(birthday(1, settings.daysAhead(), context));
    others = others.minus(soon);
    Outputs outputs = Outputs.of(TODAY, today).and(SOON, soon);
    if (settings.congratulatesLate()) {
      Audience belated = others.intersect(birthday(-settings.daysBack(), -1, context));
      others = others.minus(belated);
      outputs = outputs.and(BELATED, belated);
    }
    return outputs.and(OutPort.REST, others);
  }

  /** Everybody whose birthday falls on a day from today + {@code from} to today + {@code to}. */
  private static Audience birthday(int from, int to, NodeContext context) {
    return context.people().matching(rule(from, to));
  }

  static Rule rule(int from, int to) {
    return new Rule("{\"anniversary\":\"birth_date\",\"from\":%d,\"to\":%d}".formatted(from, to));
  }
}
