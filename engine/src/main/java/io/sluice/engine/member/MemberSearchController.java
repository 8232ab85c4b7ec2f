package io.sluice.engine.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sluice.engine.member.MemberSearch.Found;
import io.sluice.engine.member.MemberSearch.Place;
import io.sluice.engine.member.MemberSearch.Way;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MemberSearchController {
  private static final int LONGEST_PAGE = 1_000;
  private static final int LONGEST_WORDS = 254;
  private static final Pattern PLACE = Pattern.compile("(address|key|name)-(\\d{1,9})");

  private final MemberSearch search;

  MemberSearchController(MemberSearch search) {
    this.search = search;
  }

  @Operation(
      summary = "Finds members, in pages",
      description =
          "'q' is a whole phone number or e-mail address, or the beginning of a key or a name, in"
              + " small or capital letters. Without it all members are listed, by number.")
  @GetMapping("/api/workspaces/{workspace}/members")
  Page find(
      @PathVariable Workspace workspace,
      @RequestParam(required = false) String q,
      @RequestParam(required = false) String after,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw Problem.badField("bad-page", "limit", "'limit' must be 1 to 1000.");
    }
    String words = q == null ? "" : InputText.line("q", q.strip(), LONGEST_WORDS);
    Optional<Place> place = Optional.ofNullable(after).map(MemberSearchController::place);
    List<Found> found =
        words.isEmpty()
            ? search.all(workspace.id(), place.map(Place::id).orElse(-1), limit + 1)
            : search.find(workspace.id(), words, place, limit + 1);
    List<Found> shown = found.subList(0, Math.min(limit, found.size()));
    return new Page(
        shown.stream().map(Entry::of).toList(),
        found.size() > limit ? written(shown.get(limit - 1)) : null);
  }

  private static Place place(String after) {
    Matcher place = PLACE.matcher(after);
    if (!place.matches()) {
      throw Problem.badField(
          "bad-page", "after", "'after' must be the 'next' of the page before; or leave it out.");
    }
    return new Place(
        Way.valueOf(place.group(1).toUpperCase(Locale.ROOT)), Integer.parseInt(place.group(2)));
  }

  private static String written(Found last) {
    return last.way().name().toLowerCase(Locale.ROOT) + "-" + last.id();
  }

  /**
   * Some of the members who were found.
   *
   * @param next what to pass as {@code after} for those after them; null on the last page
   */
  record Page(List<Entry> members, String next) {}

  /** A member in a list. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      int id,
      String key,
      String name,
      String status,
      String phone,
      String email,
      Integer level,
      String city,
      Instant registeredAt) {
    static Entry of(Found found) {
      return new Entry(
          found.id(),
          found.key(),
          found.name(),
          found.status(),
          found.phone(),
          found.email(),
          found.level(),
          found.city(),
          found.registeredAt());
    }
  }
}
