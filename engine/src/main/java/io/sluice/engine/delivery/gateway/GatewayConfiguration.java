package io.sluice.engine.delivery.gateway;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
  @Bean
  SendingLimits sendingLimits(
      @Value("${sluice.outbound.tries:5}") int tries,
      @Value("${sluice.outbound.first-pause:PT0.2S}") Duration firstPause,
      @Value("${sluice.outbound.longest-send:PT20S}") Duration longest,
      @Value("${sluice.outbound.broken-for:PT30S}") Duration brokenFor) {
    return new SendingLimits(tries, firstPause, longest, brokenFor);
  }
}
