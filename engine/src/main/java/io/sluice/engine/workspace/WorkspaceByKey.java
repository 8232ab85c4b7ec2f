package io.sluice.engine.workspace;

import io.sluice.engine.web.Problem;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Lets a controller take the workspace of the address as {@code @PathVariable Workspace}. */
@Component
class WorkspaceByKey implements Converter<String, Workspace> {
  private final Workspaces workspaces;

  WorkspaceByKey(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public Workspace convert(String key) {
    return workspaces
        .find(key)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-workspace",
                    "There is no workspace '"
                        + key
                        + "'; make it by PUT /api/workspaces/{key}, or correct the address."));
  }
}
