package io.sluice.engine.delivery.content.words;

import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/word-list")
class WordListController {
  private static final int MOST = 1_000;
  private static final int LONGEST = 100;

  private final WordList words;

  WordListController(WordList words) {
    this.words = words;
  }

  @Operation(summary = "The words that messages should not use, and how bad each is")
  @GetMapping
  Words get(@PathVariable Workspace workspace) {
    return new Words(
        words.of(workspace.id()).entrySet().stream()
            .map(word -> new Word(word.getKey(), word.getValue().key()))
            .toList());
  }

  /** Superlatives are on every list as warnings; name one here to make it an error, or off. */
  @Operation(summary = "Replaces the words that the workspace itself put on the list")
  @PutMapping
  Words put(@PathVariable Workspace workspace, @RequestBody Words body) {
    List<Word> given = body.words() == null ? List.of() : body.words();
    if (given.size() > MOST) {
      throw Problem.badField(
          "too-many-words", "/words", "A list holds " + MOST + " words at most; leave some out.");
    }
    Map<String, WordSeverity> checked = new LinkedHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      Word word = given.get(i) == null ? new Word(null, null) : given.get(i);
      checked.put(word.checked("/words/" + i), word.checkedSeverity("/words/" + i));
    }
    words.put(workspace.id(), checked);
    return get(workspace);
  }

  /** A word; {@code severity} is error, warning or off. */
  record Word(String word, String severity) {
    private String checked(String at) {
      String text = InputText.line(at + "/word", word, LONGEST).strip();
      if (text.isEmpty()) {
        throw Problem.badField("bad-text", at + "/word", "The word is blank; give one.");
      }
      return text;
    }

    private WordSeverity checkedSeverity(String at) {
      return WordSeverity.of(severity == null ? "warning" : severity)
          .orElseThrow(
              () ->
                  Problem.badField(
                      "unknown-value",
                      at + "/severity",
                      "'severity' must be error, warning or off."));
    }
  }

  record Words(List<Word> words) {}
}
