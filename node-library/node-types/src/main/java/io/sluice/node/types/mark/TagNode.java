package io.sluice.node.types.mark;

import io.sluice.node.ActionContext;
import io.sluice.node.ActionNode;
import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Forecast;
import io.sluice.node.KeyForm;
import io.sluice.node.Label;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.Outcome;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import io.sluice.node.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Gives people a tag, or takes it from them. */
public final class TagNode implements ActionNode<TagNode.Settings> {
  private static final Duration LONGEST = Duration.ofDays(3660);
  private static final NodeInfo INFO =
      new NodeInfo(
          "tag",
          Category.MARK,
          Text.of("Tag", "打标签"),
          Text.of("Gives people a tag, or takes it from them.", "给会员打上或移除标签。"),
          "tag",
          Set.of());

  /**
   * The settings.
   *
   * @param tag the tag
   * @param action whether it is given or taken
   * @param expiresAfter after what time a tag that was given falls off, where it does
   * @param skipIf whom the node passes over
   */
  public record Settings(
      @NotBlank
          @Size(max = 64)
          @Pattern(regexp = KeyForm.KEY)
          @Label(en = "Tag", zh = "标签", field = "tag")
          String tag,
      @NotNull @Label(en = "Action", zh = "操作") Action action,
      @Label(en = "Expires after", zh = "有效期", when = "action=add") Duration expiresAfter,
      @Label(en = "Pass over", zh = "跳过条件") Rule skipIf) {}

  /** What is done with the tag. */
  public enum Action {
    @Label(en = "Add", zh = "添加")
    ADD,
    @Label(en = "Remove", zh = "移除")
    REMOVE
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
    Duration expiry = settings.expiresAfter();
    if (expiry == null) {
      return;
    }
    if (settings.action() == Action.REMOVE) {
      check.error(
          "expiry-of-removal",
          "expiresAfter",
          Text.of("A tag that is removed cannot expire. Leave the time out.", "移除标签时不能设置有效期，请清空。"));
    } else if (expiry.isNegative() || expiry.isZero() || expiry.compareTo(LONGEST) > 0) {
      check.error(
          "expiry-out-of-range",
          "expiresAfter",
          Text.of(
              "Give a time above zero and at most 3660 days, for example P90D.",
              "请填写大于零且不超过 3660 天的时长，例如 P90D。"));
    }
  }

  @Override
  public Forecast forecast(Settings settings, Audience audience, NodeContext context) {
    return Forecast.done(audience, write(settings, audience, context));
  }

  @Override
  public Outcome act(Settings settings, Audience batch, ActionContext context) {
    context.write(write(settings, batch, context));
    return Outcome.done(batch);
  }

  private static SetWrite write(Settings settings, Audience people, NodeContext context) {
    SetRef tag = SetRef.tag(settings.tag());
    if (settings.action() == Action.REMOVE) {
      return SetWrite.remove(tag, people);
    }
    return settings.expiresAfter() == null
        ? SetWrite.add(tag, people)
        : SetWrite.addUntil(tag, people, context.instant().plus(settings.expiresAfter()));
  }

  @Override
  public Set<SetRef> writes(Settings settings) {
    return settings.tag() == null ? Set.of() : Set.of(SetRef.tag(settings.tag()));
  }

  @Override
  public Optional<Rule> skipIf(Settings settings) {
    return Optional.ofNullable(settings.skipIf());
  }
}
