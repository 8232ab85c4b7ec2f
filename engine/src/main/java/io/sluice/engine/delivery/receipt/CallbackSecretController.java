package io.sluice.engine.delivery.receipt;

import io.sluice.engine.web.InputText;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CallbackSecretController {
  static final int GATEWAY_LENGTH = 64;

  private final CallbackSecrets secrets;

  CallbackSecretController(CallbackSecrets secrets) {
    this.secrets = secrets;
  }

  /** The secret is shown this once. */
  @Operation(summary = "Makes the secret with which a gateway signs its callbacks")
  @PostMapping("/api/workspaces/{workspace}/gateways/{gateway}/callback-secret")
  @ResponseStatus(HttpStatus.CREATED)
  Made make(@PathVariable Workspace workspace, @PathVariable String gateway) {
    String key = InputText.line("gateway", InputText.key("gateway", gateway), GATEWAY_LENGTH);
    return new Made(
        secrets.make(workspace.id(), key),
        "/callbacks/" + workspace.key() + "/" + key + "/receipts",
        "/callbacks/" + workspace.key() + "/" + key + "/replies");
  }

  /** A secret, and where to call. */
  record Made(String secret, String receipts, String replies) {}
}
