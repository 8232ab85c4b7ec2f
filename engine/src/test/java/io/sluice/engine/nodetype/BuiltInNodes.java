package io.sluice.engine.nodetype;

import jakarta.validation.Validation;
import java.nio.file.Path;

/** The node types of the class path, without a server. */
public final class BuiltInNodes {
  private static final NodeTypes TYPES = new NodeTypes(Path.of("no-such-folder"));

  private BuiltInNodes() {}

  public static NodeTypes types() {
    return TYPES;
  }

  public static SettingsSchemas schemas() {
    return new SettingsSchemas();
  }

  public static NodeBinder binder() {
    return new NodeBinder(Validation.buildDefaultValidatorFactory().getValidator());
  }
}
