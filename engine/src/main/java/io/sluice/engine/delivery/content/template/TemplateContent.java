package io.sluice.engine.delivery.content.template;

import io.sluice.engine.delivery.content.liquid.MessageParts;
import io.sluice.engine.delivery.content.liquid.PartCheck;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the parts of a template must be like to be kept. */
@Component
class TemplateContent {
  private static final String KEY = "[A-Za-z][A-Za-z0-9_-]{0,63}";
  private static final int LONGEST_PART = 200_000;

  private final PartCheck parts;

  TemplateContent(PartCheck parts) {
    this.parts = parts;
  }

  static void requireKey(String key) {
    if (!key.matches(KEY)) {
      throw Problem.badField(
          "bad-key",
          "template",
          "The key of a template begins with a letter and goes on with letters, digits, '-' or '_', 64 characters at most.");
    }
  }

  /**
   * The parts that are not blank.
   *
   * @throws Problem 400 that names every part that cannot be used
   */
  Map<String, String> checked(Workspace workspace, String channel, Map<String, String> content) {
    MessageParts known =
        MessageParts.of(channel == null ? "" : channel)
            .orElseThrow(
                () ->
                    Problem.badField(
                        "unknown-channel",
                        "/channel",
                        "'channel' must be one of " + MessageParts.channels() + "."));
    Map<String, String> given =
        content == null
            ? Map.of()
            : content.entrySet().stream()
                .filter(part -> part.getValue() != null && !part.getValue().isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    requireParts(known, given);
    var problems = parts.check(workspace.id(), known, given, Optional.empty());
    if (!problems.isEmpty()) {
      throw new Problem(
          HttpStatus.BAD_REQUEST,
          "bad-template",
          "The template cannot be used; mend its parts.",
          problems.stream()
              .map(
                  part ->
                      new Problem.Part(
                          part.problem().code(),
                          "/content/" + part.part(),
                          part.problem().getMessage()))
              .toList());
    }
    return given;
  }

  private static void requireParts(MessageParts known, Map<String, String> given) {
    if (given.isEmpty()) {
      throw Problem.badField(
          "no-content",
          "/content",
          "'content' is empty; give one of " + String.join(", ", known.parts().keySet()) + ".");
    }
    given.forEach(
        (part, text) -> {
          String field = "/content/" + part;
          known.requireKnown(part);
          if (text.length() > LONGEST_PART || text.indexOf('\0') >= 0) {
            throw Problem.badField(
                "bad-text",
                field,
                "A part has at most " + LONGEST_PART + " characters and no NUL; shorten it.");
          }
        });
  }
}
