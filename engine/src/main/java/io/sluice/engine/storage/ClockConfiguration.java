package io.sluice.engine.storage;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
  /** The business clock, in whole microseconds: what databases keep. */
  @Bean
  Clock businessClock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }
}
