package io.sluice.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.canvas.TestCanvases;
import io.sluice.engine.testing.EngineTest;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** BPMN that the compiler did not make is refused at deployment, before anything of it runs. */
@EngineTest
class ProcessGuardTest {
  private static final String PROPERTY = "sluice.guard.passed";
  private static final String LIVE =
      "${''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),"
          + "''.getClass()).invoke(null,'"
          + PROPERTY
          + "','yes')}";
  private static final String SOUND =
      new CanvasCompiler()
          .compile(
              TestCanvases.bind(TestCanvases.resource("/io/sluice/engine/bpmn/waits.canvas.json")),
              "guarded")
          .xml()
          .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");

  @Autowired RepositoryService repository;

  @Test
  void takesWhatTheCompilerMade() {
    assertThat(refused(SOUND)).isFalse();
  }

  @Test
  void refusesElementsThatAreNotTheCompilers() {
    List<String> passed = new ArrayList<>();
    for (String element :
        List.of(
            "<scriptTask id='x' scriptFormat='juel'><script>" + LIVE + "</script></scriptTask>",
            "<scriptTask id='x' scriptFormat='javascript'><script>1</script></scriptTask>",
            "<scriptTask id='x' scriptFormat='juel' camunda:resource='classpath:x'/>",
            "<userTask id='x'/>",
            "<manualTask id='x'/>",
            "<receiveTask id='x'/>",
            "<task id='x'/>",
            "<businessRuleTask id='x' camunda:decisionRef='d'/>",
            "<sendTask id='x' camunda:class='java.lang.String'/>",
            "<callActivity id='x' calledElement='guarded.main'/>",
            "<subProcess id='x'/>",
            "<transaction id='x'/>",
            "<adHocSubProcess id='x'/>",
            "<exclusiveGateway id='x'/>",
            "<inclusiveGateway id='x'/>",
            "<eventBasedGateway id='x'/>",
            "<intermediateThrowEvent id='x'/>",
            "<dataObject id='x'/>",
            "<property id='x'/>",
            "<laneSet id='x'/>",
            "<textAnnotation id='x'><text>" + LIVE + "</text></textAnnotation>",
            "<documentation>plain</documentation>",
            "<serviceTask id='x' camunda:delegateExpression='${sluiceStep}'><documentation>a</documentation></serviceTask>",
            "<serviceTask id='x' camunda:delegateExpression='${sluiceStep}'><multiInstanceLoopCharacteristics/></serviceTask>",
            "<startEvent id='x'><messageEventDefinition/></startEvent>",
            "<startEvent id='x'><conditionalEventDefinition><condition>true</condition></conditionalEventDefinition></startEvent>",
            "<endEvent id='x'><terminateEventDefinition/></endEvent>",
            "<intermediateCatchEvent id='x'><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></intermediateCatchEvent>",
            "<startEvent id='x'><timerEventDefinition><timeCycle>R/PT1S</timeCycle></timerEventDefinition></startEvent>",
            task(
                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"),
            task(
                "<camunda:inputOutput><camunda:inputParameter name='a'>"
                    + LIVE
                    + "</camunda:inputParameter></camunda:inputOutput>"),
            task("<camunda:field name='a' stringValue='b'/>"),
            task("<camunda:executionListener event='start' class='java.lang.String'/>"),
            task(
                "<camunda:executionListener event='start' expression='"
                    + LIVE.replace("'", "&apos;")
                    + "'/>"),
            task(
                "<camunda:executionListener event='start'><camunda:script scriptFormat='juel'>1</camunda:script></camunda:executionListener>"),
            task("<camunda:taskListener event='create' delegateExpression='${sluiceStep}'/>"),
            task("<camunda:failedJobRetryTimeCycle>R99/PT1S</camunda:failedJobRetryTimeCycle>"),
            task("<camunda:properties><camunda:property name='a' value='b'/></camunda:properties>"),
            task(
                "<old:executionListener xmlns:old='http://activiti.org/bpmn' event='start' class='java.lang.String'/>"))) {
      if (!refused(SOUND.replace("</process>", element + "</process>"))) {
        passed.add(element);
      }
    }
    assertThat(passed).isEmpty();
    assertThat(System.getProperty(PROPERTY)).isNull();
  }

  @Test
  void refusesAttributesAndExpressionsThatAreNotTheCompilers() {
    List<String> passed = new ArrayList<>();
    for (String attributes :
        List.of(
            "camunda:class='java.lang.String'",
            "camunda:expression='${1}'",
            "camunda:expression='plain'",
            "camunda:delegateExpression='${other}'",
            "camunda:delegateExpression='#{sluiceStep.x}'",
            "camunda:delegateExpression=' ${sluiceStep}${sluiceStep}'",
            "camunda:type='external' camunda:topic='a'",
            "camunda:type='mail'",
            "camunda:type='shell'",
            "camunda:resultVariable='a' camunda:delegateExpression='${sluiceStep}'",
            "camunda:jobPriority='1' camunda:delegateExpression='${sluiceStep}'",
            "camunda:delegateExpression='${sluiceStep}' name='" + LIVE.replace("'", "&apos;") + "'",
            "camunda:delegateExpression='${sluiceStep}' name='&#36;{x}'",
            "camunda:delegateExpression='${sluiceStep}' name='#{x}'",
            "xmlns:c='http://camunda.org/schema/1.0/bpmn' c:class='java.lang.String'",
            "xmlns:old='http://activiti.org/bpmn' old:class='java.lang.String'",
            "xmlns:old='http://activiti.org/bpmn' old:delegateExpression='${sluiceStep}'")) {
      String task = "<serviceTask id='x' " + attributes + "/>";
      if (!refused(SOUND.replace("</process>", task + "</process>"))) {
        passed.add(attributes);
      }
    }
    for (String process :
        List.of(
            "camunda:candidateStarterUsers='" + LIVE.replace("'", "&apos;") + "'",
            "camunda:versionTag='1'",
            "camunda:jobPriority='${x}'")) {
      if (!refused(SOUND.replace("<process ", "<process " + process + " "))) {
        passed.add(process);
      }
    }
    assertThat(passed).isEmpty();
    assertThat(System.getProperty(PROPERTY)).isNull();
  }

  @Test
  void refusesConditionsOfArrowsOtherDatesAndEntities() {
    String flow = "<conditionExpression>${true}</conditionExpression></sequenceFlow>";
    String due = "${sluiceTimer.due(execution)}";

    assertThat(
            refused(
                SOUND.replaceFirst("(<sequenceFlow [^>]*)/>", "$1>" + flow.replace("$", "\\$"))))
        .isTrue();
    assertThat(refused(SOUND.replace(due, "${execution.getId()}"))).isTrue();
    assertThat(
            refused(
                SOUND.replace(
                    "<definitions ",
                    "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><definitions ")))
        .isTrue();
    assertThat(SOUND).contains("<sequenceFlow ", due, "<definitions ");
  }

  private static String task(String extension) {
    return "<serviceTask id='x' camunda:delegateExpression='${sluiceStep}'><extensionElements>"
        + extension
        + "</extensionElements></serviceTask>";
  }

  private boolean refused(String bpmn) {
    long before = repository.createDeploymentQuery().count();
    try {
      repository.createDeployment().addString("guarded.bpmn", bpmn).deploy();
    } catch (RuntimeException e) {
      assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
      return true;
    }
    return false;
  }
}
