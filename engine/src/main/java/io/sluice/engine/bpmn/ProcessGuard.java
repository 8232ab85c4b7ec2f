package io.sluice.engine.bpmn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses every process that is not made of the compiler's vocabulary: other elements, other engine
 * attributes (classes, scripts, connectors), and every expression besides its constant ones.
 */
final class ProcessGuard extends AbstractBpmnParseListener {
  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String XML_SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final Set<String> DIAGRAM =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "http://www.omg.org/spec/DD/20100524/DI");
  private static final Set<String> ELEMENTS =
      Set.of(
          "definitions",
          "collaboration",
          "participant",
          "process",
          "extensionElements",
          "startEvent",
          "endEvent",
          "serviceTask",
          "parallelGateway",
          "intermediateCatchEvent",
          "timerEventDefinition",
          "timeDate",
          "sequenceFlow",
          "incoming",
          "outgoing");
  private static final Set<String> CAMUNDA_ATTRIBUTES =
      Set.of("asyncAfter", "asyncBefore", "delegateExpression", "event", "historyTimeToLive");

  /** Attributes of the engine that may have these values only. */
  private static final Map<String, Set<String>> CONSTANT_ATTRIBUTES =
      Map.of(
          "type", Set.of(Vocabulary.EXTERNAL),
          "topic", Set.of(Vocabulary.DELIVERY, Vocabulary.RECEIPTS));

  @Override
  public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
    check(root);
  }

  private void check(Element element) {
    boolean diagram = DIAGRAM.contains(element.getUri());
    boolean known =
        diagram
            || (BPMN.equals(element.getUri()) && ELEMENTS.contains(element.getTagName()))
            || (CAMUNDA.equals(element.getUri())
                && "executionListener".equals(element.getTagName()));
    if (!known) {
      throw refused("element " + element.getTagName());
    }
    for (String name : element.attributes()) {
      checkAttribute(element, name);
    }
    refuseExpression(element.getText());
    element.elements().forEach(this::check);
  }

  /** Attributes of BPMN itself are harmless without expressions; the engine's own are not. */
  private void checkAttribute(Element element, String name) {
    // The parser names an attribute of a namespace "namespace:name".
    boolean ofEngine = name.startsWith(CAMUNDA + ":") || CAMUNDA.equals(element.getUri());
    String local = name.substring(name.lastIndexOf(':') + 1);
    boolean known =
        CAMUNDA_ATTRIBUTES.contains(local)
            || CONSTANT_ATTRIBUTES.getOrDefault(local, Set.of()).contains(element.attribute(name));
    if (ofEngine && !known) {
      throw refused("attribute " + name + " of " + element.getTagName());
    }
    if (name.startsWith("http") && !ofEngine && !name.startsWith(XML_SCHEMA_INSTANCE)) {
      throw refused("attribute " + name + " of " + element.getTagName());
    }
    refuseExpression(element.attribute(name));
  }

  private static void refuseExpression(String text) {
    if (text != null
        && (text.contains("${") || text.contains("#{"))
        && !Vocabulary.EXPRESSIONS.contains(text.strip())) {
      throw refused("expression " + text.strip());
    }
  }

  private static IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(
        "This BPMN was not made by the canvas compiler, and only its processes are run: " + what);
  }
}
