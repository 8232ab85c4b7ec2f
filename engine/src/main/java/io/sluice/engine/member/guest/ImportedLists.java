package io.sluice.engine.member.guest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The imported lists of workspaces, as the caller's transaction sees them. */
@Component
public class ImportedLists {
  private static final int KEPT = 50;
  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

  private final ListRows rows;
  private final Workspaces workspaces;
  private final ObjectMapper json;
  private final Cache<Key, Audience> people = Caffeine.newBuilder().maximumSize(KEPT).build();

  ImportedLists(ListRows rows, Workspaces workspaces, ObjectMapper json) {
    this.rows = rows;
    this.workspaces = workspaces;
    this.json = json;
  }

  private record Key(WorkspaceId workspace, long dataVersion, String list) {}

  /** The list of that key. */
  public Optional<ImportedList> find(WorkspaceId workspace, String key) {
    return rows.find(workspace, key);
  }

  /** Everybody on a list, members and guests. */
  public Audience people(WorkspaceId workspace, String key) {
    return people.get(
        new Key(workspace, workspaces.dataVersion(workspace), key),
        missing ->
            Audience.collect(rows.people(workspace, key).stream().mapToInt(Integer::intValue)));
  }

  /**
   * What stands in the columns of lists.
   *
   * @param lists the keys of the lists; who stands on several has what the first of them says
   * @return by person and column; without what is empty
   */
  public Map<Integer, Map<String, String>> values(
      WorkspaceId workspace, List<String> lists, Audience people) {
    Map<Integer, Map<String, String>> values = new HashMap<>();
    List<Integer> wanted = people.stream().boxed().toList();
    for (String list : lists) {
      rows.contents(workspace, list, wanted)
          .forEach(
              (person, content) ->
                  read(content)
                      .forEach(
                          values.computeIfAbsent(person, any -> new HashMap<>())::putIfAbsent));
    }
    return values;
  }

  private Map<String, String> read(String content) {
    try {
      return json.readValue(content, VALUES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
