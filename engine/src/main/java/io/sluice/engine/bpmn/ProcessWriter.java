package io.sluice.engine.bpmn;

import io.sluice.engine.canvas.BoundCanvas;
import io.sluice.engine.canvas.Wire;
import io.sluice.engine.segment.rule.AwaitedReceipts;
import io.sluice.node.MessageNode;
import io.sluice.node.TimeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Writes the process of one entry. A node becomes a service task; one with several inputs has a
 * parallel join before it; a time node has a timer behind it; a message node is an external task;
 * one that asks what receipts tell has another before it, at which the cohort waits for them. Every
 * node and join starts a new transaction.
 */
final class ProcessWriter {
  private static final String HISTORY_TIME_TO_LIVE = "P30D";

  private final BpmnModelInstance model;
  private final BoundCanvas canvas;
  private final Entry entry;
  private final Process process;
  private final Map<String, FlowNode> heads = new LinkedHashMap<>();
  private final Map<String, FlowNode> tails = new LinkedHashMap<>();
  private final List<SequenceFlow> flows = new ArrayList<>();

  ProcessWriter(BpmnModelInstance model, BoundCanvas canvas, Entry entry, String key) {
    this.model = model;
    this.canvas = canvas;
    this.entry = entry;
    this.process = model.newInstance(Process.class);
    process.setId(key + "." + entry.key());
  }

  Process process() {
    return process;
  }

  Entry entry() {
    return entry;
  }

  String processKey() {
    return process.getId();
  }

  void write() {
    process.setName(Vocabulary.harmless(canvas.canvas().name()));
    process.setExecutable(true);
    process.setCamundaHistoryTimeToLiveString(HISTORY_TIME_TO_LIVE);
    model.getDefinitions().addChildElement(process);
    listen(process, "end", Vocabulary.ENDED);
    StartEvent start = add(StartEvent.class, Vocabulary.id(entry.key(), "start", "event"));
    entry.nodes().forEach(this::writeNode);
    for (int i = 0; i < entry.first().size(); i++) {
      String first = entry.first().get(i);
      flow(
          Vocabulary.id(entry.key(), "start", first + (i == 0 ? "" : "-" + i)),
          start,
          heads.get(first));
    }
    for (String node : entry.nodes()) {
      for (Wire wire : entry.flowsInto(canvas, node)) {
        flow(
            Vocabulary.id(entry.key(), "flow", wire.edgeId()),
            tails.get(wire.source()),
            heads.get(node));
      }
    }
    addEnds(start);
  }

  private void writeNode(String node) {
    ServiceTask step = add(ServiceTask.class, Vocabulary.id(entry.key(), "step", node));
    step.setName(Vocabulary.harmless(canvas.drawn(node).shownName()));
    step.setCamundaAsyncBefore(true);
    if (canvas.node(node).type() instanceof MessageNode) {
      step.setCamundaType(Vocabulary.EXTERNAL);
      step.setCamundaTopic(Vocabulary.DELIVERY);
      // Should the step behind it fail, what was sent must not be undone with it.
      step.setCamundaAsyncAfter(true);
      listen(step, "start", Vocabulary.ARRIVED);
    } else {
      step.setCamundaDelegateExpression(Vocabulary.STEP);
    }
    tails.put(node, step);
    heads.put(
        node, AwaitedReceipts.in(canvas.node(node).rules()).isEmpty() ? step : wait(node, step));
    if (arrivals(node) > 1) {
      ParallelGateway join = add(ParallelGateway.class, Vocabulary.id(entry.key(), "join", node));
      join.setCamundaAsyncBefore(true);
      flow(Vocabulary.id(entry.key(), "joined", node), join, heads.get(node));
      heads.put(node, join);
    }
    // Where people leave each at their own time the cohort does not wait for them.
    boolean waits =
        canvas.node(node).type() instanceof TimeNode && canvas.node(node).releasePort().isEmpty();
    if (waits) {
      IntermediateCatchEvent timer = timer(node);
      flow(Vocabulary.id(entry.key(), "waiting", node), step, timer);
      tails.put(node, timer);
    }
  }

  private ServiceTask wait(String node, ServiceTask step) {
    ServiceTask wait = add(ServiceTask.class, Vocabulary.id(entry.key(), "receipts", node));
    wait.setCamundaAsyncBefore(true);
    wait.setCamundaType(Vocabulary.EXTERNAL);
    wait.setCamundaTopic(Vocabulary.RECEIPTS);
    listen(wait, "start", Vocabulary.AWAITING);
    flow(Vocabulary.id(entry.key(), "awaited", node), wait, step);
    return wait;
  }

  private long arrivals(String node) {
    return entry.first().stream().filter(node::equals).count()
        + entry.flowsInto(canvas, node).size();
  }

  private IntermediateCatchEvent timer(String node) {
    String id = Vocabulary.id(entry.key(), "timer", node);
    IntermediateCatchEvent timer = add(IntermediateCatchEvent.class, id);
    listen(timer, "end", Vocabulary.RELEASED);
    TimerEventDefinition definition = model.newInstance(TimerEventDefinition.class);
    definition.setId(id + ".definition");
    TimeDate due = model.newInstance(TimeDate.class);
    due.setId(id + ".due");
    due.setTextContent(Vocabulary.DUE);
    definition.setTimeDate(due);
    timer.getEventDefinitions().add(definition);
    return timer;
  }

  private void addEnds(StartEvent start) {
    for (String node : entry.nodes()) {
      if (tails.get(node).getOutgoing().isEmpty()) {
        EndEvent end = add(EndEvent.class, Vocabulary.id(entry.key(), "end", node));
        flow(Vocabulary.id(entry.key(), "ending", node), tails.get(node), end);
      }
    }
    if (start.getOutgoing().isEmpty()) {
      EndEvent end = add(EndEvent.class, Vocabulary.id(entry.key(), "end", "event"));
      flow(Vocabulary.id(entry.key(), "ending", "event"), start, end);
    }
  }

  private <T extends FlowNode> T add(Class<T> type, String id) {
    T element = model.newInstance(type);
    element.setId(id);
    process.addChildElement(element);
    return element;
  }

  private void flow(String id, FlowNode source, FlowNode target) {
    SequenceFlow flow = model.newInstance(SequenceFlow.class);
    flow.setId(id);
    process.addChildElement(flow);
    flow.setSource(source);
    flow.setTarget(target);
    source.getOutgoing().add(flow);
    target.getIncoming().add(flow);
    flows.add(flow);
  }

  List<SequenceFlow> flows() {
    return flows;
  }

  private void listen(ModelElementInstance element, String event, String bean) {
    CamundaExecutionListener listener = model.newInstance(CamundaExecutionListener.class);
    listener.setCamundaEvent(event);
    listener.setCamundaDelegateExpression(bean);
    ExtensionElements extension = model.newInstance(ExtensionElements.class);
    element.addChildElement(extension);
    extension.addChildElement(listener);
  }
}
