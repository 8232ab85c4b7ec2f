package io.sluice.engine.member.guest;

import io.sluice.engine.member.AddressKey;
import io.sluice.engine.member.MemberErased;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People who came in by an imported list and are no members. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/guests")
class GuestController {
  private final GuestRows guests;
  private final ListRows lists;
  private final Guests gates;
  private final Workspaces workspaces;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  GuestController(
      GuestRows guests,
      ListRows lists,
      Guests gates,
      Workspaces workspaces,
      ApplicationEventPublisher events,
      Clock clock) {
    this.guests = guests;
    this.lists = lists;
    this.gates = gates;
    this.workspaces = workspaces;
    this.events = events;
    this.clock = clock;
  }

  @Operation(summary = "The guests with a phone number or e-mail address, however it is written")
  @GetMapping
  @Transactional(readOnly = true)
  public List<GuestView> find(@PathVariable Workspace workspace, @RequestParam String address) {
    return guests.guests(workspace.id(), List.of(AddressKey.of(address.strip()))).values().stream()
        .map(id -> view(workspace, id))
        .toList();
  }

  @Operation(summary = "A guest, with the lists that name the person")
  @GetMapping("/{guest}")
  @Transactional(readOnly = true)
  public GuestView get(@PathVariable Workspace workspace, @PathVariable int guest) {
    return view(workspace, guest);
  }

  @Operation(summary = "Erases a guest for good; that messages were sent stays")
  @DeleteMapping("/{guest}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  public void erase(@PathVariable Workspace workspace, @PathVariable int guest) {
    workspaces.lock(workspace.id());
    GuestRows.Known known = require(workspace, guest);
    guests.erase(workspace.id(), guest, clock.instant());
    events.publishEvent(new MemberErased(workspace.id(), guest, List.of(known.address())));
    workspaces.dataChanged(workspace.id());
  }

  private GuestRows.Known require(Workspace workspace, int guest) {
    return guests
        .find(workspace.id(), guest)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-guest",
                    "There is no guest %d in this workspace; look the address up."
                        .formatted(guest)));
  }

  private GuestView view(Workspace workspace, int id) {
    GuestRows.Known guest = require(workspace, id);
    return new GuestView(
        id,
        guest.address(),
        guest.kind().channel(),
        gates.optedOut(workspace.id(), guest.kind().channel()).contains(id),
        lists.listsOf(workspace.id(), id),
        guest.importedAt());
  }

  /**
   * A guest as the world sees it.
   *
   * @param optedOut whether the address wants nothing more by the channel
   * @param lists the lists on which the person stands
   */
  record GuestView(
      int id,
      String address,
      String channel,
      boolean optedOut,
      List<String> lists,
      Instant importedAt) {}
}
