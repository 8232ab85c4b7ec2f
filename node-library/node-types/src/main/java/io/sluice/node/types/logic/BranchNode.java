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
import io.sluice.node.Rule;
import io.sluice.node.SetNode;
import io.sluice.node.Text;
import io.sluice.node.Trait;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/** Sends each person along the first branch whose condition they meet. */
public final class BranchNode implements SetNode<BranchNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "branch",
          Category.LOGIC,
          Text.of("Branch", "条件分支"),
          Text.of(
              "Sends each person along the first branch whose condition they meet.",
              "每个人走第一个条件符合的分支。"),
          "git-branch",
          Set.of(Trait.SORTS_BY_RULE));

  /**
   * The settings.
   *
   * @param branches the branches; the first match wins
   */
  public record Settings(
      @NotEmpty @Size(max = 20) @Label(en = "Branches", zh = "分支")
          List<@NotNull @Valid Branch> branches) {
    /** Copies the list. */
    public Settings {
      branches = NamedPort.orEmpty(branches);
    }
  }

  /**
   * One branch.
   *
   * @param key the key of its out-port
   * @param name its name on screen
   * @param rule who goes along it, unless an earlier branch took them
   */
  public record Branch(
      @NotBlank @Size(max = 64) @Label(en = "Key", zh = "键") String key,
      @Size(max = 200) @Label(en = "Name", zh = "名称") String name,
      @NotNull @Label(en = "Condition", zh = "条件") Rule rule)
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
    List<OutPort> out = NamedPort.ports(settings.branches(), List.of(OutPort.rest()));
    return new Ports(List.of(InPort.single()), out);
  }

  @Override
  public void check(Settings settings, NodeCheck check) {
    NamedPort.check("branches", settings.branches(), Set.of(OutPort.REST), check);
  }

  @Override
  public Outputs apply(Settings settings, Inputs inputs, NodeContext context) {
    Audience rest = inputs.in();
    Outputs outputs = Outputs.none();
    for (Branch branch : settings.branches()) {
      Audience matching = context.people().matching(branch.rule());
      outputs = outputs.and(branch.key(), rest.intersect(matching));
      rest = rest.minus(matching);
    }
    return outputs.and(OutPort.REST, rest);
  }
}
