package io.sluice.engine.bpmn;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CamundaConfiguration {
  @Bean
  AbstractProcessEnginePlugin houseRules(
      ObjectProvider<StepHandler> handler,
      @Value("${sluice.run.retry-cycle:PT1S,PT5S,PT20S}") String retryCycle) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        common(engine);
        // Not Spring's expressions, which would see every bean there is.
        engine.setExpressionManager(new JuelExpressionManager(StepBeans.of(handler::getObject)));
        engine.setHistoryTimeToLive("P30D");
        engine.setHistoryCleanupBatchWindowStartTime("03:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setFailedJobRetryTimeCycle(retryCycle);
      }
    };
  }

  /** What holds for every engine, that of the runs and that of the dry runs. */
  static void common(ProcessEngineConfigurationImpl engine) {
    // The only expression engine on the class path is JUEL; FEEL would look for its own.
    engine.setDmnFeelEnableLegacyBehavior(true);
    List<BpmnParseListener> listeners = new ArrayList<>(List.of(new ProcessGuard()));
    if (engine.getCustomPostBPMNParseListeners() != null) {
      listeners.addAll(0, engine.getCustomPostBPMNParseListeners());
    }
    engine.setCustomPostBPMNParseListeners(listeners);
  }
}
