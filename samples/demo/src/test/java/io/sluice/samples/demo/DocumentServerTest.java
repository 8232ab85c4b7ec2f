package io.sluice.samples.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test against a demo server whose people did something up to today, as a reader starts it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DemoServerTest
@TestPropertySource(
    properties = {
      "sluice.access.login=required",
      "sluice.demo.members=5000",
      "sluice.demo.reference="
    })
@interface DocumentServerTest {}
