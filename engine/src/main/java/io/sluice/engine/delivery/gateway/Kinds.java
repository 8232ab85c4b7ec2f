package io.sluice.engine.delivery.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.engine.delivery.gateway.GatewayKindController.GatewayKindView;
import io.sluice.engine.nodetype.SettingsSchemas;
import io.sluice.engine.web.JsonProblems;
import io.sluice.engine.web.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The kinds of gateways there are, and how their settings are read. */
@Component
class Kinds {
  private static final String SETTINGS = "settings";

  private final Map<String, GatewayKind<?>> byName;
  private final ObjectMapper mapper;
  private final SettingsSchemas schemas;

  Kinds(List<GatewayKind<?>> kinds, ObjectMapper mapper, SettingsSchemas schemas) {
    this.schemas = schemas;
    this.byName = kinds.stream().collect(Collectors.toMap(GatewayKind::name, Function.identity()));
    this.mapper = mapper;
  }

  /** Every kind, by name. */
  List<GatewayKindView> all() {
    return byName.values().stream()
        .sorted(Comparator.comparing(GatewayKind::name))
        .map(
            kind ->
                new GatewayKindView(
                    kind.name(),
                    GatewayEditor.CHANNELS.stream().filter(kind::carries).toList(),
                    schemas.of(kind.settings())))
        .toList();
  }

  /** Refuses what cannot be opened, with all problems at once. */
  void check(String kind, String channel, JsonNode settings) {
    GatewayKind<?> known = byName.get(kind);
    if (known == null) {
      throw Problem.badField(
          "unknown-kind",
          "/kind",
          "'kind' must be one of %s.".formatted(byName.keySet().stream().sorted().toList()));
    }
    List<Problem.Part> problems = new ArrayList<>(problems(known, channel, settings));
    if (!known.carries(channel)) {
      problems.add(
          new Problem.Part(
              "wrong-channel",
              "/channel",
              "A gateway of kind '%s' carries no messages of channel '%s'; choose another kind."
                  .formatted(kind, channel)));
    }
    if (!problems.isEmpty()) {
      throw new Problem(
          HttpStatus.BAD_REQUEST,
          "bad-gateway-settings",
          "The gateway cannot work with these settings; each problem names its field.",
          problems);
    }
  }

  /**
   * Opens a gateway.
   *
   * @throws RuntimeException if its settings have become unusable, for example for want of a secret
   */
  Gateway open(GatewayConfig config) {
    GatewayKind<?> kind = byName.get(config.kind());
    if (kind == null) {
      throw new IllegalStateException("There is no gateway kind '" + config.kind() + "' here");
    }
    return open(kind, config);
  }

  private <S extends Record> Gateway open(GatewayKind<S> kind, GatewayConfig config) {
    try {
      return kind.open(config, mapper.readValue(config.settings(), kind.settings()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The settings of " + config.key() + " cannot be read", e);
    }
  }

  private <S extends Record> List<Problem.Part> problems(
      GatewayKind<S> kind, String channel, JsonNode settings) {
    try {
      return kind.problems(channel, mapper.treeToValue(settings, kind.settings())).stream()
          .map(part -> new Problem.Part(part.code(), "/" + SETTINGS + part.field(), part.message()))
          .toList();
    } catch (JsonProcessingException e) {
      if (e instanceof JsonMappingException mapping) {
        mapping.prependPath(settings, SETTINGS);
      }
      throw JsonProblems.of(e);
    }
  }
}
