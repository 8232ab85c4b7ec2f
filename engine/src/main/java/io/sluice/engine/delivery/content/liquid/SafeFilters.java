package io.sluice.engine.delivery.content.liquid;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import liqp.TemplateContext;
import liqp.filters.Filter;
import liqp.filters.Filters;

/** The filters that messages may use: none makes much of little, and none fails on a value. */
final class SafeFilters {
  private static final int LONGEST_VALUE = 20_000;
  private static final int LONGEST_PARAMETER = 500;
  private static final int MOST_PLACES = 10;

  private static final List<String> FROM_LIBRARY =
      List.of(
          "abs",
          "append",
          "at_least",
          "at_most",
          "capitalize",
          "ceil",
          "default",
          "divided_by",
          "downcase",
          "first",
          "floor",
          "join",
          "last",
          "lstrip",
          "minus",
          "modulo",
          "plus",
          "prepend",
          "remove",
          "remove_first",
          "replace",
          "replace_first",
          "reverse",
          "round",
          "rstrip",
          "size",
          "slice",
          "split",
          "strip",
          "strip_html",
          "strip_newlines",
          "times",
          "truncate",
          "upcase",
          "url_encode");

  static final Filters ALL =
      Filters.of(
          Stream.concat(
                  FROM_LIBRARY.stream().map(Filters.DEFAULT_FILTERS::get).map(Bounded::new),
                  Stream.of(new DateFilter(), new EscapeFilter(), new LinkFilter()))
              .map(Filter.class::cast)
              .toList());

  private SafeFilters() {}

  static TreeSet<String> names() {
    TreeSet<String> names = new TreeSet<>(FROM_LIBRARY);
    ALL.values().forEach(filter -> names.add(filter.getName()));
    return names;
  }

  /** A filter of the library within bounds. What it cannot do with a value gives no value. */
  private static final class Bounded extends Filter {
    private final Filter filter;

    Bounded(Filter filter) {
      super(Objects.requireNonNull(filter).getName());
      this.filter = filter;
    }

    @Override
    public Object apply(Object value, TemplateContext context, Object... parameters) {
      Scene.requireTime(context);
      if (value instanceof LinkMark && !name.equals("default")) {
        throw LiquidProblems.linkNotLast(name);
      }
      requireShort(value, LONGEST_VALUE);
      for (Object parameter : parameters) {
        requireShort(parameter, LONGEST_PARAMETER);
      }
      if (name.equals("round") && parameters.length > 0 && !isFew(parameters[0])) {
        return value;
      }
      Object result = filtered(value, context, parameters);
      requireShort(result, LONGEST_VALUE);
      return result;
    }

    private Object filtered(Object value, TemplateContext context, Object... parameters) {
      try {
        return filter.apply(value, context, parameters);
      } catch (RuntimeException e) {
        return null;
      }
    }

    private boolean isFew(Object places) {
      return canBeInteger(places) && Math.abs(asNumber(places).doubleValue()) <= MOST_PLACES;
    }

    private static void requireShort(Object value, int longest) {
      if (value instanceof CharSequence text && text.length() > longest
          || value instanceof Object[] many && many.length > longest
          || value instanceof java.math.BigDecimal number && number.precision() > 100) {
        throw LiquidProblems.tooHeavy();
      }
    }
  }
}
