package io.sluice.samples.demo;

import io.sluice.engine.SluiceServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test against the demo server, with fewer people and a reference that does not move. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
    classes = {SluiceServer.class, DemoConfiguration.class},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "sluice.access.login=none",
      "sluice.demo.members=" + DemoServerTest.MEMBERS,
      "sluice.demo.reference=" + DemoServerTest.REFERENCE
    })
@ContextConfiguration(initializers = DemoDatabase.class)
@interface DemoServerTest {
  int MEMBERS = 8_000;

  /** The start of 15 March in Shanghai. */
  String REFERENCE = "2026-03-14T16:00:00Z";
}
