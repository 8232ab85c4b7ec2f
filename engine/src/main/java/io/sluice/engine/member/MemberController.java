package io.sluice.engine.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/members/{key}")
class MemberController {
  private final Members members;
  private final Attributes attributes;

  MemberController(Members members, Attributes attributes) {
    this.members = members;
    this.attributes = attributes;
  }

  @Operation(summary = "A member, with everything that is known of them")
  @GetMapping
  Profile get(@PathVariable Workspace workspace, @PathVariable String key) {
    return members
        .find(workspace.id(), InputText.key("key", key))
        .map(Profile::of)
        .orElseThrow(() -> unknown(key));
  }

  /** Makes the member, or changes what the body names. */
  @Operation(summary = "Makes a member, or changes what is known of them")
  @PutMapping
  ResponseEntity<Profile> put(
      @PathVariable Workspace workspace,
      @PathVariable String key,
      @RequestBody MemberDocument body) {
    MemberChange change = body.read(InputText.key("key", key), workspace, attributes);
    boolean created = members.put(workspace.id(), change);
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
        .body(get(workspace, key));
  }

  /** Erases the person: all is gone but a number, and the orders stay with that. */
  @Operation(summary = "Erases a member")
  @DeleteMapping
  ResponseEntity<Void> erase(@PathVariable Workspace workspace, @PathVariable String key) {
    if (!members.erase(workspace.id(), InputText.key("key", key))) {
      throw unknown(key);
    }
    return ResponseEntity.noContent().build();
  }

  private static Problem unknown(String key) {
    return Problem.unknown(
        "unknown-member",
        "There is no member '" + key + "'; import the member, or correct the address.");
  }

  /** A member as the world sees it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Profile(
      int id,
      String key,
      boolean madeFromOrders,
      Map<String, Object> profile,
      Map<String, Object> attributes,
      List<GivenConsent> consents) {
    static Profile of(Members.Known known) {
      Map<String, Object> profile = new LinkedHashMap<>();
      known.row().profile().forEach((field, value) -> profile.put(field.key(), value));
      return new Profile(
          known.row().id(),
          known.row().key(),
          known.row().madeFromOrders(),
          profile,
          known.attributes(),
          known.consents().stream().map(GivenConsent::of).toList());
    }
  }

  /** A consent that was given or withdrawn; the last of a channel that is not superseded counts. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record GivenConsent(
      String channel,
      boolean granted,
      String basis,
      String wording,
      String source,
      Instant at,
      boolean superseded) {
    static GivenConsent of(ConsentRows.Kept kept) {
      ConsentChange consent = kept.consent();
      return new GivenConsent(
          consent.channel(),
          consent.granted(),
          consent.basis(),
          consent.wording(),
          consent.source(),
          consent.at(),
          kept.superseded());
    }
  }
}
