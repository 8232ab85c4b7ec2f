package io.sluice.engine.storage;

import java.util.Map;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jooq.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
  @Bean
  DatabaseKind databaseKind(@Value("${spring.datasource.url}") String url) {
    return DatabaseKind.ofUrl(url);
  }

  @Bean
  FlywayConfigurationCustomizer columnTypes(DatabaseKind kind) {
    return flyway ->
        flyway.placeholders(
            Map.of("bytes", kind.bytesType(), "stored", kind.stored(), "letters", kind.letters()));
  }

  @Bean
  DefaultConfigurationCustomizer dialect(DatabaseKind kind) {
    return jooq -> {
      jooq.set(kind.dialect());
      jooq.settings()
          .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
          .withRenderNameCase(RenderNameCase.LOWER_IF_UNQUOTED)
          .withExecuteLogging(false);
    };
  }
}
