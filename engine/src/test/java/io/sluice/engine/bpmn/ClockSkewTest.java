package io.sluice.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.testing.EngineTest;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class ClockSkewTest {
  @Autowired ClockSkew skew;
  @Autowired ProcessEngine engine;

  @Test
  void takesNoWorkWhileTheClocksAreApart() {
    JobExecutor executor =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    Instant now = Instant.now();

    skew.judge(now, now.plusMillis(2_500), now.plusMillis(10));
    assertThat(executor.isActive()).isFalse();

    skew.judge(now, now.plusMillis(300), now.plusMillis(10));
    assertThat(executor.isActive()).isTrue();
  }
}
