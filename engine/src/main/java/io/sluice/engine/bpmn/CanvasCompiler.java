package io.sluice.engine.bpmn;

import io.sluice.engine.canvas.BoundCanvas;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Definitions;
import org.springframework.stereotype.Component;

/** Turns a canvas into BPMN 2.0: one process per entry, each a directed graph that always ends. */
@Component
public class CanvasCompiler {
  private static final String NAMESPACE = "https://sluice.io/canvas";

  /**
   * Compiles a canvas. Equal canvases give equal files.
   *
   * @param key the stem of the process keys: a plain identifier
   */
  public CompiledCanvas compile(BoundCanvas canvas, String key) {
    BpmnModelInstance model = Bpmn.createEmptyModel();
    Definitions definitions = model.newInstance(Definitions.class);
    definitions.setTargetNamespace(NAMESPACE);
    definitions.setId("definitions");
    definitions.setExporter("Sluice");
    model.setDefinitions(definitions);
    List<ProcessWriter> writers =
        Entry.of(canvas).stream()
            .map(entry -> new ProcessWriter(model, canvas, entry, key))
            .toList();
    writers.forEach(ProcessWriter::write);
    new DiagramWriter(model, canvas, writers).write();
    return new CompiledCanvas(
        Bpmn.convertToString(model), writers.stream().map(ProcessWriter::processKey).toList());
  }
}
