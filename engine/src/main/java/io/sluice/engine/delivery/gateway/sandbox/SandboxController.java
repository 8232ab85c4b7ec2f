package io.sluice.engine.delivery.gateway.sandbox;

import io.sluice.engine.delivery.gateway.Receipt;
import io.sluice.engine.member.MemberPages;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/sandbox/messages")
class SandboxController {
  private static final int LONGEST_PAGE = 1_000;

  private final SandboxInbox inbox;
  private final SandboxReceipts receipts;
  private final MemberPages members;

  SandboxController(SandboxInbox inbox, SandboxReceipts receipts, MemberPages members) {
    this.inbox = inbox;
    this.receipts = receipts;
    this.members = members;
  }

  @Operation(summary = "Messages that sandboxes keep, the newest first")
  @GetMapping
  Page list(
      @PathVariable Workspace workspace,
      @RequestParam(required = false) String gateway,
      @RequestParam(required = false) String channel,
      @RequestParam(required = false) String address,
      @RequestParam(required = false) String member,
      @RequestParam(required = false) Long run,
      @RequestParam(required = false) String node,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw Problem.badField("bad-page", "limit", "'limit' must be 1 to 1000.");
    }
    List<Condition> conditions = new ArrayList<>();
    if (gateway != null) {
      conditions.add(SandboxTables.GATEWAY.eq(gateway));
    }
    if (channel != null) {
      conditions.add(SandboxTables.CHANNEL.eq(channel));
    }
    if (address != null) {
      conditions.add(SandboxTables.ADDRESS.eq(address));
    }
    if (member != null) {
      conditions.add(SandboxTables.MEMBER.eq(members.requireId(workspace.id(), member)));
    }
    if (run != null) {
      conditions.add(SandboxTables.RUN.eq(run));
    }
    if (node != null) {
      conditions.add(SandboxTables.NODE.eq(node));
    }
    List<SandboxMessage> found = inbox.page(workspace.id(), conditions, before, limit + 1);
    boolean more = found.size() > limit;
    List<SandboxMessage> page = more ? found.subList(0, limit) : found;
    return new Page(page, more ? page.get(limit - 1).id() : null);
  }

  @Operation(summary = "A message that a sandbox keeps")
  @GetMapping("/{id}")
  SandboxMessage get(@PathVariable Workspace workspace, @PathVariable long id) {
    return inbox
        .find(workspace.id(), id)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-message",
                    "No sandbox keeps message %d; list the messages.".formatted(id)));
  }

  @Operation(summary = "Removes all messages that sandboxes keep")
  @DeleteMapping
  Cleared clear(@PathVariable Workspace workspace) {
    return new Cleared(inbox.clear(workspace.id()));
  }

  @Operation(summary = "Answers a message in the person's name")
  @PostMapping("/{id}/reply")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void reply(@PathVariable Workspace workspace, @PathVariable long id, @RequestBody Reply reply) {
    if (reply.text() == null) {
      throw Problem.badField("no-text", "/text", "'text' must hold the words of the reply.");
    }
    receipts.tell(workspace.id(), get(workspace, id), Receipt.Kind.REPLIED, reply.text());
  }

  @Operation(summary = "Tells that something happened to a message, in the gateway's name")
  @PostMapping("/{id}/receipts")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void tell(@PathVariable Workspace workspace, @PathVariable long id, @RequestBody News news) {
    Receipt.Kind kind =
        Receipt.Kind.of(String.valueOf(news.kind())).orElseThrow(SandboxController::unknownKind);
    receipts.tell(workspace.id(), get(workspace, id), kind, news.text());
  }

  private static Problem unknownKind() {
    String kinds =
        Arrays.stream(Receipt.Kind.values())
            .map(Receipt.Kind::key)
            .collect(Collectors.joining(", "));
    return Problem.badField("unknown-kind", "/kind", "'kind' must be one of " + kinds + ".");
  }

  record Page(List<SandboxMessage> messages, Long next) {}

  record Cleared(int messages) {}

  record Reply(String text) {}

  record News(String kind, String text) {}
}
