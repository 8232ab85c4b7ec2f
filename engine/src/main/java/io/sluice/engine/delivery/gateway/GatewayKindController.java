package io.sluice.engine.delivery.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what gateways there can be, for the form of their settings. */
@RestController
@RequestMapping("/api/gateway-kinds")
class GatewayKindController {
  private final Kinds kinds;

  GatewayKindController(Kinds kinds) {
    this.kinds = kinds;
  }

  @Operation(
      summary = "The kinds of gateways, each with the JSON Schema of its settings",
      description = "'x-placeholder' is the default of a setting, or an example where it has none.")
  @GetMapping
  List<GatewayKindView> list() {
    return kinds.all();
  }

  /**
   * A kind of gateway.
   *
   * @param channels those of the built-in ones whose messages it carries
   * @param settings the JSON Schema of its settings
   */
  record GatewayKindView(
      String key, List<String> channels, @Schema(type = "object") JsonNode settings) {}
}
