package io.sluice.engine.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** A list of short texts in one column, as a JSON array. */
public final class TextList {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TextList() {}

  /** The column's value. */
  public static String write(List<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts cannot be written as JSON", e);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static List<String> read(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not a list of texts: " + json, e);
    }
  }
}
