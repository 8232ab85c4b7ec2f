package io.sluice.engine.delivery.receipt;

import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/reply-keywords")
class ReplyKeywordController {
  private static final int MOST = 50;
  private static final int LONGEST = 30;

  private final ReplyKeywords keywords;

  ReplyKeywordController(ReplyKeywords keywords) {
    this.keywords = keywords;
  }

  @Operation(summary = "The replies to an SMS that end consent")
  @GetMapping
  Keywords get(@PathVariable Workspace workspace) {
    return new Keywords(List.copyOf(keywords.of(workspace.id())));
  }

  @Operation(summary = "Says which replies to an SMS end consent")
  @PutMapping
  Keywords put(@PathVariable Workspace workspace, @RequestBody Keywords body) {
    List<String> words = body.keywords() == null ? List.of() : body.keywords();
    if (words.isEmpty() || words.size() > MOST) {
      throw Problem.badField(
          "bad-keywords",
          "/keywords",
          "'keywords' must name 1 to " + MOST + " words: people must be able to say no.");
    }
    for (int i = 0; i < words.size(); i++) {
      String field = "/keywords/" + i;
      if (ReplyKeywords.folded(InputText.line(field, words.get(i), LONGEST)).isEmpty()) {
        throw Problem.badField(
            "bad-keywords", field, "'" + field + "' has no letter or digit; give a word.");
      }
    }
    keywords.set(workspace.id(), words.stream().map(ReplyKeywords::folded).distinct().toList());
    return get(workspace);
  }

  /** Words; blanks, punctuation, case and width of letters do not matter in replies. */
  record Keywords(List<String> keywords) {}
}
