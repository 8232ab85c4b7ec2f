package io.sluice.engine.delivery.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.delivery.gateway.ReceiptSink;
import io.sluice.engine.web.JsonProblems;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where gateways tell what became of messages. The signature is checked before anything is read.
 */
@RestController
@RequestMapping("/callbacks/{workspace}/{gateway}")
class CallbackController {
  private final CallbackSecrets secrets;
  private final ReceiptSink sink;
  private final ObjectMapper mapper;
  private final Clock clock;

  CallbackController(CallbackSecrets secrets, ReceiptSink sink, ObjectMapper mapper, Clock clock) {
    this.secrets = secrets;
    this.sink = sink;
    this.mapper = mapper;
    this.clock = clock;
  }

  @Operation(summary = "Takes receipts from a gateway")
  @PostMapping("/receipts")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Taken receipts(
      @PathVariable Workspace workspace,
      @PathVariable String gateway,
      @RequestHeader(name = CallbackSignature.TIMESTAMP, required = false) String timestamp,
      @RequestHeader(name = CallbackSignature.SIGNATURE, required = false) String signature,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = CallbackDocument.Receipts.class)))
          @RequestBody
          byte[] body) {
    check(workspace, gateway, timestamp, signature, body);
    return take(
        workspace, gateway, parse(body, CallbackDocument.Receipts.class).read(clock.instant()));
  }

  @Operation(summary = "Takes people's replies from a gateway")
  @PostMapping("/replies")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Taken replies(
      @PathVariable Workspace workspace,
      @PathVariable String gateway,
      @RequestHeader(name = CallbackSignature.TIMESTAMP, required = false) String timestamp,
      @RequestHeader(name = CallbackSignature.SIGNATURE, required = false) String signature,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(implementation = CallbackDocument.Replies.class)))
          @RequestBody
          byte[] body) {
    check(workspace, gateway, timestamp, signature, body);
    return take(
        workspace, gateway, parse(body, CallbackDocument.Replies.class).read(clock.instant()));
  }

  private void check(
      Workspace workspace, String gateway, String timestamp, String signature, byte[] body) {
    String secret =
        gateway.length() > CallbackSecretController.GATEWAY_LENGTH || gateway.indexOf('\0') >= 0
            ? null
            : secrets.find(workspace.id(), gateway).orElse(null);
    if (secret == null) {
      throw CallbackSignature.refused(
          "This gateway has no secret yet; make one by POST"
              + " /api/workspaces/{workspace}/gateways/{gateway}/callback-secret.");
    }
    CallbackSignature.require(secret, timestamp, signature, body, clock.instant());
  }

  private <T> T parse(byte[] body, Class<T> type) {
    try {
      T parsed = mapper.readValue(body, type);
      if (parsed == null) {
        throw Problem.badField("no-body", "body", "The request needs a JSON object; send one.");
      }
      return parsed;
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Taken take(Workspace workspace, String gateway, List<Receipt> receipts) {
    sink.accept(workspace.id(), gateway, receipts);
    return new Taken(receipts.size());
  }

  /** How many were taken; repeats count. */
  record Taken(int received) {}
}
