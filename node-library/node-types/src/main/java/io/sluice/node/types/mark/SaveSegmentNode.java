package io.sluice.node.types.mark;

import io.sluice.node.ActionContext;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Forecast;
import io.sluice.node.KeyForm;
import io.sluice.node.Label;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.Outcome;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;

/** Keeps the people who arrive as a static segment. */
public final class SaveSegmentNode implements ActionNode<SaveSegmentNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "save-segment",
          Category.MARK,
          Text.of("Save as segment", "存为人群"),
          Text.of("Keeps the people who arrive as a segment.", "把到达的人保存为人群。"),
          "bookmark",
          Set.of());

  /**
   * The settings.
   *
   * @param segment the key of the segment
   * @param mode what happens to those who are in it already; null means that they stay
   * @param skipIf whom the node passes over
   */
  public record Settings(
      @NotBlank
          @Size(max = 64)
          @Pattern(regexp = KeyForm.KEY)
          @Label(en = "Segment", zh = "人群", field = "segment")
          String segment,
      @Label(en = "Those already in it", zh = "已有成员") Mode mode,
      @Label(en = "Pass over", zh = "跳过条件") Rule skipIf) {}

  /** What happens to those who are in the segment already. */
  public enum Mode {
    @Label(en = "Stay", zh = "保留")
    ADD,
    @Label(en = "Are replaced", zh = "替换")
    REPLACE
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
  public Forecast forecast(Settings settings, Audience audience, NodeContext context) {
    return Forecast.done(audience, write(settings, audience));
  }

  @Override
  public Outcome act(Settings settings, Audience batch, ActionContext context) {
    context.write(write(settings, batch));
    return Outcome.done(batch);
  }

  private static SetWrite write(Settings settings, Audience people) {
    SetRef segment = SetRef.segment(settings.segment());
    return settings.mode() == Mode.REPLACE
        ? SetWrite.replace(segment, people)
        : SetWrite.add(segment, people);
  }

  @Override
  public Set<SetRef> writes(Settings settings) {
    return settings.segment() == null ? Set.of() : Set.of(SetRef.segment(settings.segment()));
  }

  @Override
  public Optional<Rule> skipIf(Settings settings) {
    return Optional.ofNullable(settings.skipIf());
  }
}
