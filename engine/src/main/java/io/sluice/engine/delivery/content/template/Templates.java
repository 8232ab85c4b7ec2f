package io.sluice.engine.delivery.content.template;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.engine.workspace.Workspaces;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates of messages, and who approved them. */
@Service
public class Templates {
  /** Stands between the key and the version where one version is meant. */
  private static final String AT_VERSION = "@";

  private final TemplateRows rows;
  private final DecisionRows decisions;
  private final Workspaces workspaces;
  private final Clock clock;

  Templates(TemplateRows rows, DecisionRows decisions, Workspaces workspaces, Clock clock) {
    this.rows = rows;
    this.decisions = decisions;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * The version that can be sent.
   *
   * @param reference a key for the newest approved version, or {@code key@2} for a certain one
   */
  @Transactional(readOnly = true)
  public Optional<Template> approved(WorkspaceId workspace, String reference) {
    String[] parts = reference.split(AT_VERSION, 2);
    return rows.versions(workspace, parts[0]).stream()
        .filter(version -> version.state() == TemplateState.APPROVED)
        .filter(version -> parts.length == 1 || parts[1].equals("" + version.version()))
        .reduce((older, newer) -> newer);
  }

  /** Whether there is a template of that key, in whatever state. */
  @Transactional(readOnly = true)
  public boolean exists(WorkspaceId workspace, String reference) {
    return !rows.versions(workspace, reference.split(AT_VERSION, 2)[0]).isEmpty();
  }

  /**
   * The newest version, in whatever state.
   *
   * @throws Problem 404 if there is no such template
   */
  public Template newest(WorkspaceId workspace, String key) {
    List<Template> versions = versions(workspace, key);
    return versions.get(versions.size() - 1);
  }

  /** The reference to the very version that the reference means now. */
  public Optional<String> pinned(WorkspaceId workspace, String reference) {
    return approved(workspace, reference)
        .map(template -> template.key() + AT_VERSION + template.version());
  }

  List<Template> all(WorkspaceId workspace) {
    return rows.all(workspace);
  }

  List<Template> versions(WorkspaceId workspace, String key) {
    List<Template> versions = rows.versions(workspace, key);
    if (versions.isEmpty()) {
      throw Problem.unknown(
          "unknown-template",
          "There is no template '" + key + "'; make it by PUT, or correct the address.");
    }
    return versions;
  }

  List<Decision> decisions(WorkspaceId workspace, String key) {
    return decisions.all(workspace, key);
  }

  /** Writes the newest version, or begins a new one where that cannot be changed any more. */
  @Transactional
  Template put(
      WorkspaceId workspace, String key, String name, String channel, Map<String, String> content) {
    workspaces.lock(workspace);
    List<Template> versions = rows.versions(workspace, key);
    Template last = versions.isEmpty() ? null : versions.get(versions.size() - 1);
    if (last != null && last.state() == TemplateState.SUBMITTED) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "template-submitted",
          "Version %d of the template waits for a decision; have it rejected before you change it."
              .formatted(last.version()));
    }
    if (last != null && !last.channel().equals(channel)) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "template-channel",
          "/channel",
          "The template is for the channel '%s', which never changes; make another template."
              .formatted(last.channel()));
    }
    int version =
        last == null ? 1 : last.state().isEditable() ? last.version() : last.version() + 1;
    Template template = new Template(key, version, name, channel, content, TemplateState.DRAFT);
    rows.put(workspace, template, clock.instant());
    return template;
  }

  /** Moves the newest version on, and keeps who said so. */
  @Transactional
  void decide(
      WorkspaceId workspace, String key, TemplateState.Step step, String who, String words) {
    workspaces.lock(workspace);
    Template last = newest(workspace, key);
    if (!rows.move(workspace, key, last.version(), step)) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "template-state",
          "Version %d of the template is %s, so it cannot go the step '%s'."
              .formatted(last.version(), last.state().key(), step.key()));
    }
    decisions.add(workspace, key, new Decision(last.version(), step, who, words, clock.instant()));
  }
}
