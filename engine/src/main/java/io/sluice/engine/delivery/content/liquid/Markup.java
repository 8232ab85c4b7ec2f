package io.sluice.engine.delivery.content.liquid;

/** A text that is HTML already, so that it is not escaped again. */
record Markup(String html) {
  static String escape(String value) {
    StringBuilder escaped = null;
    for (int i = 0; i < value.length(); i++) {
      String entity = entity(value.charAt(i));
      if (entity != null && escaped == null) {
        escaped = new StringBuilder(value.length() + 16).append(value, 0, i);
      }
      if (escaped != null) {
        if (entity == null) {
          escaped.append(value.charAt(i));
        } else {
          escaped.append(entity);
        }
      }
    }
    return escaped == null ? value : escaped.toString();
  }

  private static String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> null;
    };
  }

  @Override
  public String toString() {
    return html;
  }
}
