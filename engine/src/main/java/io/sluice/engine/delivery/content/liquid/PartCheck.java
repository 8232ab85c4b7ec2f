package io.sluice.engine.delivery.content.liquid;

import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.Attributes;
import io.sluice.engine.workspace.WorkspaceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what is wrong with the parts of a message before anybody gets it. */
@Component
public class PartCheck {
  private final Liquid liquid;
  private final Attributes attributes;

  PartCheck(Liquid liquid, Attributes attributes) {
    this.liquid = liquid;
    this.attributes = attributes;
  }

  /**
   * A problem of a part.
   *
   * @param part its name
   */
  public record PartProblem(String part, LiquidProblem problem) {}

  /**
   * All problems: what cannot be read, names that stand for nothing, and loops without end.
   *
   * @param columns the columns of imported lists that can be named; any where it is not known yet
   */
  public List<PartProblem> check(
      WorkspaceId workspace,
      MessageParts parts,
      Map<String, String> content,
      Optional<Set<String>> columns) {
    Set<String> known =
        attributes.all(workspace).stream().map(Attribute::key).collect(Collectors.toSet());
    List<PartProblem> problems = new ArrayList<>();
    parts
        .parts()
        .forEach(
            (part, escaping) -> {
              if (content.containsKey(part)) {
                check(content.get(part), escaping, known, columns)
                    .forEach(problem -> problems.add(new PartProblem(part, problem)));
              }
            });
    return problems;
  }

  private List<LiquidProblem> check(
      String text,
      Escaping escaping,
      Set<String> attributesKnown,
      Optional<Set<String>> columnsKnown) {
    try {
      LiquidTemplate template = liquid.read(text, escaping);
      List<LiquidProblem> problems = new ArrayList<>(template.unknownPlaceholders());
      for (Placeholder placeholder : template.placeholders()) {
        if (placeholder instanceof Placeholder.Custom custom
            && !attributesKnown.contains(custom.attribute())) {
          problems.add(LiquidProblems.unknownAttribute(custom.attribute(), attributesKnown));
        }
        if (placeholder instanceof Placeholder.Column column
            && columnsKnown.filter(known -> !known.contains(column.name())).isPresent()) {
          problems.add(LiquidProblems.unknownColumn(column.name(), columnsKnown.get()));
        }
      }
      if (problems.isEmpty()) {
        RenderSettings settings = new RenderSettings(true, Instant.EPOCH, ZoneOffset.UTC);
        template.renderer(settings).render(placeholder -> null);
      }
      return problems;
    } catch (LiquidProblem e) {
      return List.of(e);
    }
  }
}
