package io.sluice.engine.web;

import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JsonConfiguration {
  @Bean
  Jackson2ObjectMapperBuilderCustomizer strictBodies() {
    return builder -> builder.postConfigurer(StrictJson::refuseCoercion);
  }
}
