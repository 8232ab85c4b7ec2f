package io.sluice.engine.access;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Says in the OpenAPI document who may call what: {@code x-roles} holds the roles of which one is
 * enough. Where it is missing, whoever sees the workspace may.
 */
@Component
class RolesInDocument implements GlobalOpenApiCustomizer {
  private static final String WORKSPACE = "/api/workspaces/{workspace}/";
  private static final String EXTENSION = "x-roles";

  /** By the call as the document writes it, which knows no patterns within addresses. */
  private final Map<String, Set<Role>> named =
      Permissions.named()
          .collect(
              Collectors.toMap(
                  call -> call.replaceAll("\\{(\\w+):[^}]*}", "{$1}"),
                  call -> {
                    int blank = call.indexOf(' ');
                    return Permissions.needed(call.substring(0, blank), call.substring(blank + 1));
                  }));

  @Override
  public void customise(OpenAPI document) {
    document.getPaths().forEach(this::describe);
  }

  private void describe(String path, PathItem item) {
    if (path.startsWith(WORKSPACE)) {
      item.readOperationsMap().forEach((method, operation) -> describe(method, path, operation));
    }
  }

  private void describe(PathItem.HttpMethod method, String path, Operation operation) {
    Set<Role> roles =
        named.getOrDefault(method + " " + path, Permissions.needed(method.name(), path));
    if (!roles.contains(Role.VIEWER)) {
      List<String> keys = roles.stream().sorted().map(Role::key).toList();
      operation.addExtension(EXTENSION, keys);
    }
  }
}
