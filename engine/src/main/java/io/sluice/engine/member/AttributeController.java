package io.sluice.engine.member;

import io.sluice.engine.web.InputText;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspace}/attributes")
class AttributeController {
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
  private static final int LABEL_LENGTH = 200;
  private static final int CHOICE_LENGTH = 200;
  private static final int MOST_CHOICES = 1000;
  private static final List<FieldType> TYPES =
      Arrays.stream(FieldType.values()).filter(type -> type != FieldType.INSTANT).toList();

  private final Attributes attributes;

  AttributeController(Attributes attributes) {
    this.attributes = attributes;
  }

  @Operation(summary = "The custom attributes")
  @GetMapping
  List<Definition> list(@PathVariable Workspace workspace) {
    return attributes.all(workspace.id()).stream().map(Definition::of).toList();
  }

  @Operation(summary = "A custom attribute")
  @GetMapping("/{key}")
  Definition get(@PathVariable Workspace workspace, @PathVariable String key) {
    return find(workspace, key)
        .map(Definition::of)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-attribute",
                    "There is no attribute '"
                        + key
                        + "'; make it by PUT, or correct the address."));
  }

  @Operation(summary = "Makes a custom attribute, or changes it")
  @PutMapping("/{key}")
  ResponseEntity<Definition> put(
      @PathVariable Workspace workspace, @PathVariable String key, @RequestBody Settings body) {
    if (!KEY.matcher(key).matches()) {
      throw Problem.badField(
          "bad-key",
          "key",
          "An attribute's key is a letter followed by up to 63 letters, digits, _ or -.");
    }
    Attribute wanted = body.read(key);
    Optional<Attribute> known = find(workspace, key);
    if (known.isPresent() && known.get().type() != wanted.type()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "type-differs",
          "/type",
          "The attribute is of type "
              + known.get().type().key()
              + ", which cannot change; make another attribute.");
    }
    Attribute kept = attributes.put(workspace.id(), wanted);
    return ResponseEntity.status(known.isPresent() ? HttpStatus.OK : HttpStatus.CREATED)
        .body(Definition.of(kept));
  }

  private Optional<Attribute> find(Workspace workspace, String key) {
    return KEY.matcher(key).matches() ? attributes.find(workspace.id(), key) : Optional.empty();
  }

  record Definition(String key, String label, String type, List<String> choices, String origin) {
    static Definition of(Attribute attribute) {
      return new Definition(
          attribute.key(),
          attribute.label(),
          attribute.type().key(),
          attribute.choices(),
          attribute.origin().name().toLowerCase(Locale.ROOT));
    }
  }

  record Settings(String label, String type, List<String> choices, String origin) {
    Attribute read(String key) {
      FieldType parsed =
          Optional.ofNullable(type)
              .flatMap(FieldType::of)
              .filter(TYPES::contains)
              .orElseThrow(
                  () ->
                      Problem.badField(
                          "unknown-value",
                          "/type",
                          "'type' must be one of "
                              + String.join(", ", TYPES.stream().map(FieldType::key).toList())
                              + "."));
      return new Attribute(
          0,
          key,
          InputText.line("/label", label == null ? key : label, LABEL_LENGTH),
          parsed,
          checkedChoices(parsed),
          checkedOrigin());
    }

    private List<String> checkedChoices(FieldType parsed) {
      List<String> given = choices == null ? List.of() : choices;
      boolean needed = parsed == FieldType.CHOICE || parsed == FieldType.MULTI_CHOICE;
      if (needed == given.isEmpty() || given.size() > MOST_CHOICES) {
        throw Problem.badField(
            "bad-choices",
            "/choices",
            needed
                ? "'choices' must name 1 to " + MOST_CHOICES + " values."
                : "Only an attribute of type choice or multi-choice has choices; leave them out.");
      }
      List<String> checked = new ArrayList<>();
      for (int i = 0; i < given.size(); i++) {
        String choice = InputText.line("/choices/" + i, given.get(i), CHOICE_LENGTH);
        if (choice.isBlank() || !choice.equals(choice.strip()) || choice.indexOf('|') >= 0) {
          throw Problem.badField(
              "bad-choices",
              "/choices/" + i,
              "A choice must not be blank, have blanks around it, or hold '|'.");
        }
        checked.add(choice);
      }
      return List.copyOf(new LinkedHashSet<>(checked));
    }

    private Attribute.Origin checkedOrigin() {
      return switch (origin == null ? "own" : origin) {
        case "own" -> Attribute.Origin.OWN;
        case "platform" -> Attribute.Origin.PLATFORM;
        default ->
            throw Problem.badField("unknown-value", "/origin", "'origin' must be own or platform.");
      };
    }
  }
}
