package io.sluice.engine.delivery.content.template;

import io.sluice.engine.web.Caller;
import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/templates")
class TemplateController {
  private static final int NAME_LENGTH = 200;
  private static final int WORDS_LENGTH = 1_000;

  private final Templates templates;
  private final TemplateContent content;

  TemplateController(Templates templates, TemplateContent content) {
    this.templates = templates;
    this.content = content;
  }

  @Operation(summary = "The templates of messages, each in its newest version")
  @GetMapping
  List<Template> list(@PathVariable Workspace workspace) {
    Map<String, Template> newest = new TreeMap<>();
    templates.all(workspace.id()).forEach(version -> newest.put(version.key(), version));
    return List.copyOf(newest.values());
  }

  @Operation(summary = "A template with its versions and the decisions on them")
  @GetMapping("/{template}")
  TemplateView get(@PathVariable Workspace workspace, @PathVariable String template) {
    return new TemplateView(
        template,
        templates.versions(workspace.id(), template),
        templates.decisions(workspace.id(), template));
  }

  /** An approved version stays as it is; the next one begins as a draft. */
  @Operation(summary = "Makes a template, or changes its draft")
  @PutMapping("/{template}")
  ResponseEntity<Template> put(
      @PathVariable Workspace workspace, @PathVariable String template, @RequestBody Draft body) {
    TemplateContent.requireKey(template);
    String name =
        InputText.line("/name", body.name() == null ? template : body.name(), NAME_LENGTH);
    Map<String, String> parts = content.checked(workspace, body.channel(), body.content());
    Template put = templates.put(workspace.id(), template, name, body.channel(), parts);
    return ResponseEntity.status(put.version() == 1 ? HttpStatus.CREATED : HttpStatus.OK).body(put);
  }

  @Operation(summary = "Submits, approves or rejects the newest version of a template")
  @PostMapping("/{template}/{step:submit|approve|reject}")
  TemplateView decide(
      @PathVariable Workspace workspace,
      @PathVariable String template,
      @PathVariable String step,
      @RequestBody Words body,
      HttpServletRequest request) {
    Caller caller = Caller.of(request);
    caller.require(workspace.key(), step.equals("submit") ? "marketer" : "approver");
    String who = caller.author("/by", body.by(), NAME_LENGTH);
    if (who.isBlank()) {
      throw Problem.badField("bad-text", "/by", "'/by' is blank; say who decides.");
    }
    String words =
        body.words() == null ? null : InputText.line("/words", body.words(), WORDS_LENGTH);
    templates.decide(workspace.id(), template, TemplateState.Step.of(step), who, words);
    return get(workspace, template);
  }

  record Draft(String name, String channel, Map<String, String> content) {}

  /** Who decides may be left out by users who are logged in. */
  record Words(String by, String words) {}

  record TemplateView(String key, List<Template> versions, List<Decision> decisions) {}
}
