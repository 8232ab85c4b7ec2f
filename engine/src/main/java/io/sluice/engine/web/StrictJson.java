package io.sluice.engine.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** Makes JSON from outside mean one thing or be refused: a slip is told and not guessed. */
public final class StrictJson {
  private StrictJson() {}

  /** Makes a mapper refuse values of other types that could be read as the wanted one. */
  public static void refuseCoercion(ObjectMapper mapper) {
    mapper.configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true);
    mapper.configure(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, true);
    mapper.configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false);
    mapper.registerModule(times());
    for (CoercionInputShape shape :
        List.of(CoercionInputShape.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float)) {
      mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
    }
    for (LogicalType type : List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
      for (CoercionInputShape shape :
          List.of(
              CoercionInputShape.String,
              CoercionInputShape.EmptyString,
              CoercionInputShape.Boolean)) {
        mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
      }
    }
  }

  /** Jackson's own would take numbers and lists too, and drop the zone of "…Z". */
  private static SimpleModule times() {
    SimpleModule module = new SimpleModule("sluice-times");
    module.addDeserializer(Duration.class, new TextDeserializer<>(Duration.class, Duration::parse));
    module.addDeserializer(Instant.class, new TextDeserializer<>(Instant.class, Instant::parse));
    module.addDeserializer(
        LocalDateTime.class, new TextDeserializer<>(LocalDateTime.class, LocalDateTime::parse));
    module.addDeserializer(
        LocalDate.class, new TextDeserializer<>(LocalDate.class, LocalDate::parse));
    module.addDeserializer(
        LocalTime.class, new TextDeserializer<>(LocalTime.class, LocalTime::parse));
    return module;
  }
}
