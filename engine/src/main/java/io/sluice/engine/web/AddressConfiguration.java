package io.sluice.engine.web;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AddressConfiguration {
  /** Keys come from other systems and may hold slashes; addresses carry them as %2F and %5C. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInKeys() {
    return tomcat ->
        tomcat.addConnectorCustomizers(
            connector -> {
              String keep = EncodedSolidusHandling.PASS_THROUGH.getValue();
              connector.setEncodedSolidusHandling(keep);
              connector.setEncodedReverseSolidusHandling(keep);
            });
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat() {
    return tomcat ->
        tomcat.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new ProblemValve()));
  }
}
