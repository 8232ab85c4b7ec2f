package io.sluice.engine.delivery.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/gateways")
class GatewayController {
  private static final int ADDRESS_LENGTH = 2_000;
  private static final Map<String, String> EXAMPLE =
      Map.of("text", "Test", "subject", "Test", "body", "{\"test\":true}");

  private final Gateways gateways;
  private final GatewayEditor editor;
  private final TestSends tests;

  GatewayController(Gateways gateways, GatewayEditor editor, TestSends tests) {
    this.gateways = gateways;
    this.editor = editor;
    this.tests = tests;
  }

  @Operation(summary = "The gateways, and the sandboxes that are there by themselves")
  @GetMapping
  List<View> list(@PathVariable Workspace workspace) {
    return editor.all(workspace.id()).stream().map(this::view).toList();
  }

  @Operation(summary = "A gateway, with the addresses that tests of it went to")
  @GetMapping("/{key}")
  View get(@PathVariable Workspace workspace, @PathVariable String key) {
    return view(require(workspace, key));
  }

  @Operation(summary = "Configures a gateway")
  @PutMapping("/{key}")
  ResponseEntity<View> put(
      @PathVariable Workspace workspace, @PathVariable String key, @RequestBody Settings body) {
    boolean created =
        editor.put(
            new GatewayConfig(
                workspace.id(),
                key,
                body.kind(),
                body.channel(),
                body.isDefault(),
                body.parts(),
                body.settings().toString()),
            body.settings());
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
        .body(get(workspace, key));
  }

  @Operation(summary = "Removes a gateway")
  @DeleteMapping("/{key}")
  ResponseEntity<Void> delete(@PathVariable Workspace workspace, @PathVariable String key) {
    require(workspace, key);
    editor.delete(workspace.id(), key);
    return ResponseEntity.noContent().build();
  }

  @Operation(summary = "Sends a message to any address to try a gateway")
  @PostMapping("/{key}/test")
  Outcome test(
      @PathVariable Workspace workspace, @PathVariable String key, @RequestBody Test body) {
    require(workspace, key);
    String address = InputText.line("/address", body.address(), ADDRESS_LENGTH);
    if (address.isBlank()) {
      throw Problem.badField("no-address", "/address", "'address' must say where the test goes.");
    }
    Map<String, String> content = body.content() == null ? EXAMPLE : body.content();
    return Outcome.of(tests.send(workspace.id(), key, address, content, 1));
  }

  private GatewayConfig require(Workspace workspace, String key) {
    return gateways
        .describe(workspace.id(), key)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-gateway",
                    "There is no gateway '%s'; list the gateways, or configure it."
                        .formatted(key)));
  }

  private View view(GatewayConfig config) {
    OpenGateway open = gateways.open(config.workspace(), config.key());
    return new View(
        config.key(),
        config.kind(),
        config.channel(),
        config.isDefault(),
        config.parts(),
        config.settings(),
        open.outage().map(broken -> new Broke(broken.since(), broken.reason())).orElse(null),
        tests.addresses(config.workspace(), config.key()));
  }

  record Settings(
      String kind,
      String channel,
      @JsonProperty("default") Boolean isDefault,
      String parts,
      @Schema(type = "object", description = "the settings of its kind") JsonNode settings) {
    Settings {
      isDefault = isDefault != null && isDefault;
      parts = parts == null ? Gateways.DEFAULT_PARTS : parts;
      settings =
          settings == null || settings.isNull() ? JsonNodeFactory.instance.objectNode() : settings;
    }
  }

  record View(
      String key,
      String kind,
      String channel,
      @JsonProperty("default") boolean isDefault,
      String parts,
      @JsonRawValue @Schema(type = "object", description = "the settings of its kind")
          String settings,
      Broke broken,
      List<String> testAddresses) {}

  record Broke(Instant since, String reason) {}

  record Test(String address, Map<String, String> content) {}

  record Outcome(String outcome, String reason, String reference) {
    static Outcome of(Handover result) {
      if (result instanceof Handover.Accepted accepted) {
        return new Outcome("accepted", null, accepted.reference().orElse(null));
      }
      if (result instanceof Handover.Refused refused) {
        return new Outcome("refused", refused.reason(), null);
      }
      if (result instanceof Handover.NotTaken notTaken) {
        return new Outcome("not-taken", notTaken.reason(), null);
      }
      return new Outcome("unknown", ((Handover.Unknown) result).reason(), null);
    }
  }
}
