package io.sluice.engine.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the form of canvas files. */
@RestController
class CanvasSchemaController {
  private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");

  private final CanvasSchema schema;

  CanvasSchemaController(CanvasSchema schema) {
    this.schema = schema;
  }

  @Operation(summary = "The JSON Schema of canvas files, with the settings of every node type")
  @GetMapping(path = "/api/canvas-schema", produces = "application/schema+json")
  ResponseEntity<JsonNode> get() {
    return ResponseEntity.ok().contentType(SCHEMA).body(schema.schema());
  }
}
