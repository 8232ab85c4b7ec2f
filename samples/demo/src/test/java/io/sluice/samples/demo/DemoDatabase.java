package io.sluice.samples.demo;

import io.sluice.samples.database.EmbeddedDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the demo server at an empty database. */
class DemoDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(EmbeddedDatabase.ofThisTestRun().properties()).applyTo(context);
  }
}
