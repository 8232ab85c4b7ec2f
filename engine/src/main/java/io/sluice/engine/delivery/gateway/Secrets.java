package io.sluice.engine.delivery.gateway;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Passwords and signing keys, which the operator gives as properties {@code sluice.secrets.<name>}
 * or as environment variables {@code SLUICE_SECRETS_<NAME>}. Settings hold their names only.
 */
@Component
public class Secrets {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,15}");
  private static final int NAME_LENGTH = 64;
  private static final String PREFIX = "sluice.secrets.";

  private final Environment environment;

  Secrets(Environment environment) {
    this.environment = environment;
  }

  /** What is wrong with a name, to be read after the name of its field. */
  public Optional<String> wrongWith(String name) {
    if (name.length() > NAME_LENGTH || !NAME.matcher(name).matches()) {
      return Optional.of("must be the name of a secret in kebab case, such as 'smtp-main'");
    }
    return find(name).isPresent()
        ? Optional.empty()
        : Optional.of(
            "names a secret that the server does not have; have the operator set the property"
                + " sluice.secrets."
                + name);
  }

  /** The secret of that name. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(environment.getProperty(PREFIX + name));
  }

  /**
   * The secret of that name.
   *
   * @throws IllegalStateException if the server does not have it any more
   */
  public String get(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("Set the property " + PREFIX + name));
  }
}
