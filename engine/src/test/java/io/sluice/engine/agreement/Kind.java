package io.sluice.engine.agreement;

import static io.sluice.engine.agreement.RandomConditions.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of node on random canvases. To try another one, add it to the list: its sketch asks the
 * spot for what it reads and writes, and is empty where it may not.
 *
 * @param weight how often it is drawn
 * @param inputs how many arrows lead to it
 * @param takesGuests whether people of imported lists may come to it
 */
record Kind(int weight, int inputs, boolean takesGuests, Function<Spot, Optional<Sketch>> drawing) {
  static final List<Kind> ALL =
      List.of(
          set(4, 1, Kind::filter),
          set(1, 1, Kind::sample),
          set(1, 1, Kind::split),
          set(2, 2, spot -> Optional.of(new Sketch("merge", "{}", List.of("out")))),
          set(1, 2, spot -> Optional.of(new Sketch("exclude", "{}", List.of("out", "rest")))),
          set(2, 1, Kind::wait),
          set(1, 1, Kind::clocks),
          set(4, 1, Kind::sms),
          action(1, Kind::email),
          action(4, Kind::points),
          action(4, Kind::coupon),
          action(2, Kind::discountMark),
          action(2, Kind::benefitCode),
          action(2, Kind::level),
          action(3, Kind::attribute),
          action(2, Kind::tag),
          action(1, Kind::saveSegment),
          action(2, Kind::blacklist));

  static final List<String> ACCOUNTS = List.of("shop", "games");
  static final List<String> BATCHES = List.of("plenty", "short", "twice", "claim", "over");
  static final List<String> OFFERS = List.of("forty", "special");
  static final List<String> POOLS = List.of("many", "few");
  private static final List<String> GROUPS = List.of("hello", "spring");

  private static Kind set(int weight, int inputs, Function<Spot, Optional<Sketch>> drawing) {
    return new Kind(weight, inputs, true, drawing);
  }

  private static Kind action(int weight, Function<Spot, Optional<Sketch>> drawing) {
    return new Kind(weight, 1, false, drawing);
  }

  Optional<Sketch> sketch(Spot spot) {
    return drawing.apply(spot);
  }

  private static Optional<Sketch> filter(Spot spot) {
    return Optional.of(
        new Sketch("filter", "{'rule':" + rule(spot, 2) + "}", List.of("out", "rest")));
  }

  private static Optional<Sketch> sample(Spot spot) {
    String draw =
        spot.oneIn(2) ? "'ratio':0." + (10 + spot.below(80)) : "'number':" + (1 + spot.below(60));
    return Optional.of(
        new Sketch(
            "sample", "{'draws':[{'key':'a','name':'A'," + draw + "}]}", List.of("a", "rest")));
  }

  private static Optional<Sketch> split(Spot spot) {
    int share = 10 + spot.below(80);
    return Optional.of(
        new Sketch(
            "split",
            "{'variants':[{'key':'a','name':'A','percent':%d}],'controlPercent':%d}"
                .formatted(share, 100 - share),
            List.of("a", "control")));
  }

  private static Optional<Sketch> wait(Spot spot) {
    return Optional.of(
        new Sketch(
            "wait",
            "{'for':'duration','duration':'PT%dH'}".formatted(1 + spot.below(40)),
            List.of("out")));
  }

  /** People leave it by the clocks of their own time zones. */
  private static Optional<Sketch> clocks(Spot spot) {
    return Optional.of(
        new Sketch(
            "wait",
            "{'for':'weekday','time':'%02d:00','zone':'member'}".formatted(spot.below(24)),
            List.of("out")));
  }

  private static Optional<Sketch> sms(Spot spot) {
    String night = spot.oneIn(2) ? "hold" : "drop";
    return spot.reads("blacklist:messages")
        ? Optional.of(
            Sketch.action(
                "sms",
                "{'purpose':'%s','text':'%s','signature':'【Shop】','optOut':'回T退订','atNight':'%s'%s}"
                    .formatted(
                        spot.oneIn(4) ? "service" : "marketing", text(spot), night, skip(spot))))
        : Optional.empty();
  }

  private static String text(Spot spot) {
    List<String> texts = new ArrayList<>();
    texts.add("新品上市");
    texts.add(
        "Hello {{ member.name | default: \\\"you\\\" }}, "
            + "new things are in. ".repeat(spot.below(5)));
    if (!spot.before("import-list").isEmpty()) {
      texts.add("{{ list.name | default: \\\"you\\\" }}: {{ list.code }}");
    }
    String account = spot.any(ACCOUNTS);
    if (spot.reads("points:" + account)) {
      // One digit more makes a second part.
      texts.add("{{ points." + account + " }}" + "分".repeat(57 + spot.below(3)));
    }
    if (spot.reads("attribute:likes")) {
      texts.add("For those who like {{ member.attributes.likes }}" + ", things".repeat(3));
    }
    if (spot.reads("level")) {
      texts.add("{% if member.level >= 3 %}" + "Gold. ".repeat(20) + "{% else %}Hi{% endif %}");
    }
    return spot.any(texts);
  }

  private static Optional<Sketch> email(Spot spot) {
    return spot.reads("blacklist:messages")
        ? Optional.of(
            Sketch.action(
                "email",
                "{'purpose':'marketing','subject':'Hi {{ member.name }}','html':'<p>Hi</p>','atNight':'%s'}"
                    .formatted(spot.oneIn(2) ? "hold" : "drop")))
        : Optional.empty();
  }

  private static Optional<Sketch> points(Spot spot) {
    String account = spot.any(ACCOUNTS);
    boolean add = spot.oneIn(2);
    if (!spot.writes("points:" + account) || add && !spot.reads("blacklist:benefits")) {
      return Optional.empty();
    }
    String action =
        add
            ? "'action':'add','points':%d%s".formatted(1 + spot.below(60), group(spot))
            : spot.oneIn(5)
                ? "'action':'reset'"
                : "'action':'deduct','points':%d,'shortfall':'%s'"
                    .formatted(1 + spot.below(80), spot.oneIn(2) ? "fail" : "clamp");
    return Optional.of(
        Sketch.action("points", "{'account':'%s',%s%s}".formatted(account, action, skip(spot))));
  }

  private static Optional<Sketch> coupon(Spot spot) {
    String batch = spot.any(BATCHES);
    return spot.writes("coupon:" + batch) && spot.reads("blacklist:benefits")
        ? Optional.of(
            Sketch.action("coupon", "{'batch':'%s'%s%s}".formatted(batch, group(spot), skip(spot))))
        : Optional.empty();
  }

  private static Optional<Sketch> discountMark(Spot spot) {
    String offer = spot.any(OFFERS);
    String end = spot.oneIn(3) ? ",'expiresAfter':'PT30H'" : "";
    return spot.writes("mark:" + offer) && spot.reads("blacklist:benefits")
        ? Optional.of(
            Sketch.action(
                "discount-mark",
                "{'offer':'%s'%s%s%s}".formatted(offer, end, group(spot), skip(spot))))
        : Optional.empty();
  }

  private static Optional<Sketch> benefitCode(Spot spot) {
    String pool = spot.any(POOLS);
    return spot.writes("pool:" + pool) && spot.reads("blacklist:benefits")
        ? Optional.of(
            Sketch.action(
                "benefit-code", "{'pool':'%s'%s%s}".formatted(pool, group(spot), skip(spot))))
        : Optional.empty();
  }

  private static String group(Spot spot) {
    String group = spot.any(GROUPS);
    return spot.oneIn(3) && spot.writes("group:" + group) ? ",'group':'" + group + "'" : "";
  }

  private static Optional<Sketch> level(Spot spot) {
    return spot.writes("level")
        ? Optional.of(
            Sketch.action(
                "level",
                "{'level':%d,'mode':'%s'%s}"
                    .formatted(spot.below(6), spot.oneIn(2) ? "raise" : "force", skip(spot))))
        : Optional.empty();
  }

  private static Optional<Sketch> attribute(Spot spot) {
    String attribute = spot.any(List.of("color", "likes", "score"));
    if (!spot.writes("attribute:" + attribute)) {
      return Optional.empty();
    }
    String mode = spot.oneIn(2) ? "fill" : attribute.equals("likes") ? "add" : "overwrite";
    String values =
        attribute.equals("likes") && spot.oneIn(2)
            ? "'sports','beauty'"
            : "'" + spot.any(RandomConditions.values(attribute)) + "'";
    return Optional.of(
        Sketch.action(
            "attribute",
            "{'attribute':'%s','values':[%s],'mode':'%s'%s}"
                .formatted(attribute, values, mode, skip(spot))));
  }

  private static Optional<Sketch> tag(Spot spot) {
    String tag = spot.own(spot.any(List.of("a", "b")));
    if (!spot.writes("tag:" + tag)) {
      return Optional.empty();
    }
    String action =
        spot.oneIn(4)
            ? "'action':'remove'"
            : "'action':'add'" + (spot.oneIn(3) ? ",'expiresAfter':'PT30H'" : "");
    return Optional.of(
        Sketch.action("tag", "{'tag':'%s',%s%s}".formatted(tag, action, skip(spot))));
  }

  private static Optional<Sketch> saveSegment(Spot spot) {
    String segment = spot.own("kept");
    return spot.writes("segment:" + segment)
        ? Optional.of(
            Sketch.action(
                "save-segment",
                "{'segment':'%s','mode':'%s'%s}"
                    .formatted(segment, spot.oneIn(3) ? "replace" : "add", skip(spot))))
        : Optional.empty();
  }

  private static Optional<Sketch> blacklist(Spot spot) {
    String list = spot.any(List.of("messages", "benefits", "points"));
    return spot.writes("blacklist:" + list)
        ? Optional.of(
            Sketch.action(
                "blacklist",
                "{'list':'%s','action':'%s'%s}"
                    .formatted(list, spot.oneIn(3) ? "remove" : "add", skip(spot))))
        : Optional.empty();
  }

  private static String skip(Spot spot) {
    return spot.oneIn(4) ? ",'skipIf':" + rule(spot, 1) : "";
  }
}
