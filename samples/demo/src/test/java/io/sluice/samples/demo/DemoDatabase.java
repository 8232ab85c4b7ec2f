package io.sluice.samples.demo;

import io.sluice.samples.database.EmbeddedDatabase;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the demo server at an empty database, and at a folder for imports of its own. */
class DemoDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(EmbeddedDatabase.ofThisTestRun().properties())
        .and("sluice.imports.folder=target/imports/" + UUID.randomUUID())
        .applyTo(context);
  }
}
