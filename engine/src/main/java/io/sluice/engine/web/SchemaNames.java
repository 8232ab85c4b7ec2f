package io.sluice.engine.web;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** Tells apart in the OpenAPI document the records of one name that several controllers have. */
final class SchemaNames extends TypeNameResolver {
  private static final String CONTROLLER = "Controller";

  @Override
  protected String nameForClass(Class<?> type, Set<Options> options) {
    String name = super.nameForClass(type, options);
    Class<?> outer = type.getEnclosingClass();
    if (outer == null || !outer.getSimpleName().endsWith(CONTROLLER)) {
      return name;
    }
    String feature = outer.getSimpleName().replace(CONTROLLER, "");
    return name.startsWith(feature) ? name : feature + name;
  }
}
