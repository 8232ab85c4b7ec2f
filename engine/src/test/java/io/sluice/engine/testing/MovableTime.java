package io.sluice.engine.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Gives the server a clock that tests move; those that import it share a server. */
@TestConfiguration
public class MovableTime {
  @Bean
  @Primary
  SettableClock settableClock() {
    return new SettableClock();
  }
}
