package io.sluice.engine.bpmn;

import io.sluice.engine.canvas.BoundCanvas;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Collaboration;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnDiagram;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Draws the compiled processes, so that the file opens in a BPMN modeler. */
final class DiagramWriter {
  private static final double POOL_MARGIN = 80;

  private final BpmnModelInstance model;
  private final BoundCanvas canvas;
  private final List<ProcessWriter> processes;
  private final BpmnPlane plane;

  DiagramWriter(BpmnModelInstance model, BoundCanvas canvas, List<ProcessWriter> processes) {
    this.model = model;
    this.canvas = canvas;
    this.processes = processes;
    this.plane = model.newInstance(BpmnPlane.class);
  }

  void write() {
    BpmnDiagram diagram = model.newInstance(BpmnDiagram.class);
    diagram.setId("diagram");
    plane.setId("plane");
    diagram.setBpmnPlane(plane);
    if (processes.size() == 1) {
      plane.setBpmnElement(processes.get(0).process());
    } else {
      plane.setBpmnElement(collaboration());
    }
    model.getDefinitions().addChildElement(diagram);
    double top = 0;
    for (ProcessWriter process : processes) {
      top = draw(process, top);
    }
  }

  private Collaboration collaboration() {
    Collaboration collaboration = model.newInstance(Collaboration.class);
    collaboration.setId("collaboration");
    // The schema wants collaborations before the processes they bring together.
    model.getDefinitions().insertElementAfter(collaboration, null);
    for (ProcessWriter process : processes) {
      Participant participant = model.newInstance(Participant.class);
      participant.setId("pool." + process.entry().key());
      participant.setProcess(process.process());
      collaboration.addChildElement(participant);
    }
    return collaboration;
  }

  /** Draws one process below {@code top} and returns where the next may begin. */
  private double draw(ProcessWriter process, double top) {
    DiagramLayout layout = DiagramLayout.of(canvas, process);
    double down = processes.size() == 1 ? 0 : top + POOL_MARGIN - layout.box().y();
    if (processes.size() > 1) {
      DiagramLayout.Box box = layout.box();
      shape(
          model.getModelElementById("pool." + process.entry().key()),
          new DiagramLayout.Box(
              box.x() - POOL_MARGIN,
              top,
              box.width() + 2 * POOL_MARGIN,
              box.height() + 2 * POOL_MARGIN));
    }
    Map<String, DiagramLayout.Box> boxes = layout.boxes();
    boxes.forEach((id, box) -> shape(model.getModelElementById(id), box.down(down)));
    for (SequenceFlow flow : process.flows()) {
      edge(
          flow,
          boxes.get(flow.getSource().getId()).down(down),
          boxes.get(flow.getTarget().getId()).down(down));
    }
    return top + layout.box().height() + 3 * POOL_MARGIN;
  }

  private void shape(BaseElement element, DiagramLayout.Box box) {
    BpmnShape shape = model.newInstance(BpmnShape.class);
    shape.setId("shape." + element.getId());
    shape.setBpmnElement(element);
    if (element instanceof Participant) {
      shape.setHorizontal(true);
    }
    Bounds bounds = model.newInstance(Bounds.class);
    bounds.setX(box.x());
    bounds.setY(box.y());
    bounds.setWidth(box.width());
    bounds.setHeight(box.height());
    shape.setBounds(bounds);
    plane.addChildElement(shape);
  }

  private void edge(SequenceFlow flow, DiagramLayout.Box source, DiagramLayout.Box target) {
    BpmnEdge edge = model.newInstance(BpmnEdge.class);
    edge.setId("edge." + flow.getId());
    edge.setBpmnElement(flow);
    waypoint(edge, source.x() + source.width(), source.middle());
    waypoint(edge, target.x(), target.middle());
    plane.addChildElement(edge);
  }

  private void waypoint(BpmnEdge edge, double x, double y) {
    Waypoint point = model.newInstance(Waypoint.class);
    point.setX(x);
    point.setY(y);
    edge.addChildElement(point);
  }
}
