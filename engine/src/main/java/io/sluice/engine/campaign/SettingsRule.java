package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.CanvasProblem.Severity;
import io.sluice.engine.member.guest.ImportedLists;
import io.sluice.engine.segment.NamedBefore;
import io.sluice.engine.segment.RuleCheck;
import io.sluice.engine.segment.Segments;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.NodeCheck;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import io.sluice.node.Text;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What node types say of their settings, and whether the rules in them can be read. */
@Component
class SettingsRule implements CanvasRule {
  private final RuleCheck rules;
  private final Segments segments;
  private final ImportedLists lists;

  SettingsRule(RuleCheck rules, Segments segments, ImportedLists lists) {
    this.rules = rules;
    this.segments = segments;
    this.lists = lists;
  }

  @Override
  public void check(Workspace workspace, BoundCanvas canvas, Consumer<CanvasProblem> problems) {
    for (String node : canvas.order()) {
      Set<String> written = segmentsWrittenBefore(canvas, node);
      canvas.node(node).check(new Collector(workspace, node, written, problems));
      for (Rule rule : canvas.node(node).rules()) {
        rules
            .check(workspace.id(), rule, before(canvas, node, written))
            .forEach(
                problem ->
                    problems.accept(
                        CanvasProblem.ofSetting(
                            Severity.ERROR,
                            problem.code(),
                            node,
                            "rule" + problem.path(),
                            Text.of(problem.toSentence(), problem.toSentence()))));
      }
    }
  }

  private static NamedBefore before(BoundCanvas canvas, String node, Set<String> written) {
    return new NamedBefore(written, canvas.before(node), canvas.messagesBefore(node));
  }

  private static Set<String> segmentsWrittenBefore(BoundCanvas canvas, String node) {
    return canvas.before(node).stream()
        .flatMap(before -> canvas.node(before).writes().stream())
        .filter(set -> set.kind() == SetRef.Kind.SEGMENT)
        .map(SetRef::key)
        .collect(Collectors.toSet());
  }

  private final class Collector implements NodeCheck {
    private final Workspace workspace;
    private final String node;
    private final Set<String> written;
    private final Consumer<CanvasProblem> problems;

    Collector(
        Workspace workspace, String node, Set<String> written, Consumer<CanvasProblem> problems) {
      this.workspace = workspace;
      this.node = node;
      this.written = written;
      this.problems = problems;
    }

    @Override
    public boolean hasSegment(String key) {
      return written.contains(key) || segments.find(workspace.id(), key).isPresent();
    }

    @Override
    public boolean hasList(String key) {
      return lists.find(workspace.id(), key).isPresent();
    }

    @Override
    public void error(String code, String field, Text message) {
      problems.accept(CanvasProblem.ofSetting(Severity.ERROR, code, node, field, message));
    }

    @Override
    public void warning(String code, String field, Text message) {
      problems.accept(CanvasProblem.ofSetting(Severity.WARNING, code, node, field, message));
    }
  }
}
