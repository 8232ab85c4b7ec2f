package io.sluice.engine.delivery.content.liquid;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What is done to values so that they cannot be taken for something else where they stand. */
public enum Escaping {
  /** Nothing: plain texts. */
  NONE {
    @Override
    String apply(String value) {
      return value;
    }
  },
  /** Characters that mean something in HTML, in text and in quoted attributes. */
  HTML {
    @Override
    String apply(String value) {
      return Markup.escape(value);
    }
  },
  /** Characters that mean something in a JSON string. */
  JSON {
    @Override
    String apply(String value) {
      return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
  },
  /** Characters that mean something in a web address. */
  URL {
    @Override
    String apply(String value) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
  };

  abstract String apply(String value);
}
