package io.sluice.engine.campaign;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.CanvasBinder;
import io.sluice.engine.canvas.CanvasProblem;
import io.sluice.engine.canvas.StructureCheck;
import io.sluice.engine.nodetype.NodeBinder;
import io.sluice.engine.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells everything that is wrong with a canvas in its workspace, all at once. */
@Component
public class CampaignCheck {
  private final CanvasBinder canvases;
  private final NodeBinder binder;
  private final List<CanvasRule> rules;

  CampaignCheck(CanvasBinder canvases, NodeBinder binder, List<CanvasRule> rules) {
    this.canvases = canvases;
    this.binder = binder;
    this.rules = rules;
  }

  /** All problems of a canvas that was kept, those of its arrows among them. */
  public List<CanvasProblem> all(Workspace workspace, BoundCanvas canvas) {
    List<CanvasProblem> problems = new ArrayList<>();
    problems.addAll(of(workspace, canvases.bind(canvas.canvas(), problems)));
    problems.sort(Comparator.comparing(CanvasProblem::severity));
    return problems;
  }

  /** All problems besides those of arrows, errors first, in the order of the canvas. */
  public List<CanvasProblem> of(Workspace workspace, BoundCanvas canvas) {
    List<CanvasProblem> problems = new ArrayList<>(StructureCheck.of(canvas));
    for (String id : canvas.order()) {
      binder
          .validate(canvas.node(id))
          .forEach(
              problem ->
                  problems.add(
                      CanvasProblem.ofSetting(
                          CanvasProblem.Severity.ERROR,
                          problem.code(),
                          id,
                          problem.field(),
                          problem.message())));
    }
    rules.forEach(rule -> rule.check(workspace, canvas, problems::add));
    problems.sort(Comparator.comparing(CanvasProblem::severity));
    return problems;
  }
}
