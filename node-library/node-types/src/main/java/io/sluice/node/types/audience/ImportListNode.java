package io.sluice.node.types.audience;

import io.sluice.node.Audience;
import io.sluice.node.Category;
import io.sluice.node.Label;
import io.sluice.node.NodeCheck;
import io.sluice.node.NodeContext;
import io.sluice.node.NodeInfo;
import io.sluice.node.SetRef;
import io.sluice.node.SourceNode;
import io.sluice.node.Text;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** The people on an imported list of phones or e-mail addresses, members and guests. */
public final class ImportListNode implements SourceNode<ImportListNode.Settings> {
  private static final NodeInfo INFO =
      new NodeInfo(
          "import-list",
          Category.AUDIENCE,
          Text.of("Imported list", "导入名单"),
          Text.of(
              "The people on an imported list of phones or e-mail addresses.", "活动从导入的手机号或邮箱名单开始。"),
          "file-up",
          Set.of());

  /**
   * The settings.
   *
   * @param list the key of the list
   */
  public record Settings(
      @Size(max = 64) @Label(en = "List", zh = "名单", field = "list") String list) {}

  @Override
  public NodeInfo info() {
    return INFO;
  }

  @Override
  public Class<Settings> configType() {
    return Settings.class;
  }

  @Override
  public Audience enter(Settings settings, NodeContext context) {
    return context.people().list(settings.list());
  }

  @Override
  public void check(Settings settings, NodeCheck check) {
    if (settings.list() == null || settings.list().isBlank()) {
      check.error("missing-list", "list", Text.of("Choose an imported list.", "请选择一个导入名单。"));
    } else if (!check.hasList(settings.list())) {
      check.error(
          "unknown-list",
          "list",
          Text.of(
              "There is no list '" + settings.list() + "'. Import it first, or choose another.",
              "名单“" + settings.list() + "”不存在，请先导入或另选一个。"));
    }
  }

  @Override
  public Set<SetRef> reads(Settings settings) {
    return settings.list() == null ? Set.of() : Set.of(SetRef.list(settings.list()));
  }
}
