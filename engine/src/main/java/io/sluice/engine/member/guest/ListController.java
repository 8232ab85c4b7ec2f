package io.sluice.engine.member.guest;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Imported lists; the files come in by the import of lists. */
@RestController
@RequestMapping("/api/workspaces/{workspace}/lists")
class ListController {
  private final ListRows lists;

  ListController(ListRows lists) {
    this.lists = lists;
  }

  @Operation(summary = "The imported lists")
  @GetMapping
  @Transactional(readOnly = true)
  public List<ListView> all(@PathVariable Workspace workspace) {
    return lists.keys(workspace.id()).stream().map(key -> view(workspace, key)).toList();
  }

  @Operation(summary = "An imported list, with its columns and the number of people on it")
  @GetMapping("/{list}")
  @Transactional(readOnly = true)
  public ListView get(@PathVariable Workspace workspace, @PathVariable String list) {
    return view(workspace, list);
  }

  private ListView view(Workspace workspace, String key) {
    ImportedList list =
        lists
            .find(workspace.id(), key)
            .orElseThrow(
                () ->
                    Problem.unknown(
                        "unknown-list",
                        "There is no list '%s' in this workspace; import it first."
                            .formatted(key)));
    return new ListView(
        list.key(),
        list.kind().key(),
        list.columns(),
        lists.count(workspace.id(), key),
        list.consent(),
        list.createdAt());
  }

  /**
   * A list as the world sees it.
   *
   * @param kind phone or email
   * @param columns what messages can name as {@code list.<column>}
   * @param people how many stand on it, members and guests
   */
  record ListView(
      String key,
      String kind,
      List<String> columns,
      int people,
      ImportedList.Consent consent,
      Instant createdAt) {}
}
