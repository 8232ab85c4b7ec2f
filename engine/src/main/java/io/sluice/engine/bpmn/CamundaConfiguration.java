package io.sluice.engine.bpmn;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CamundaConfiguration {
  @Bean
  AbstractProcessEnginePlugin houseRules() {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        // The only expression engine on the class path is JUEL; FEEL would look for its own.
        engine.setDmnFeelEnableLegacyBehavior(true);
        engine.setHistoryTimeToLive("P30D");
        engine.setHistoryCleanupBatchWindowStartTime("03:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setFailedJobRetryTimeCycle("PT1S,PT5S,PT20S");
      }
    };
  }
}
