package io.sluice.engine.segment.rule;

import static io.sluice.engine.segment.rule.RuleTree.not;

import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.FieldType;
import io.sluice.engine.member.ProfileField;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one condition; which kind it is shows in which of the kinds' fields it has. */
final class ConditionParser {
  private static final String ATTRIBUTE_PREFIX = "attribute:";
  private static final Duration LONGEST_WAIT = Duration.ofDays(30);

  private final RuleVocabulary vocabulary;
  private final Map<String, Function<JsonFields, Optional<RuleTree>>> kinds = new LinkedHashMap<>();

  ConditionParser(RuleVocabulary vocabulary) {
    this.vocabulary = vocabulary;
    kinds.put("profile", this::profile);
    kinds.put("attribute", this::attribute);
    kinds.put("member", this::member);
    kinds.put("tag", fields -> having(fields, "tag", Condition.Tag::new));
    kinds.put("mark", this::mark);
    kinds.put("segment", this::segment);
    kinds.put("lifecycle", this::lifecycle);
    kinds.put("consent", fields -> having(fields, "consent", Condition.Consent::new));
    kinds.put("anniversary", this::anniversary);
    FactParser facts = new FactParser(vocabulary.nodes());
    kinds.put("orders", facts::orders);
    kinds.put("events", facts::events);
    kinds.put("message", this::message);
    kinds.put("points", this::points);
    kinds.put("coupon", this::coupon);
  }

  /** The condition; everybody where it is wrong. */
  RuleTree parse(JsonFields fields) {
    List<String> found = kinds.keySet().stream().filter(fields::has).toList();
    if (found.size() != 1) {
      fields.wrong(
          "",
          "not-a-condition",
          "A condition has exactly one of the fields all, any, none, "
              + String.join(", ", kinds.keySet()));
      return RuleTree.EVERYBODY;
    }
    JsonFields own = fields.anew();
    Optional<RuleTree> condition = kinds.get(found.get(0)).apply(own);
    own.refuseOthers();
    return condition.orElse(RuleTree.EVERYBODY);
  }

  private Optional<RuleTree> profile(JsonFields fields) {
    List<String> names = Arrays.stream(ProfileField.values()).map(ProfileField::key).toList();
    return tested(
        fields,
        fields.named("profile", ProfileField::of, names),
        field ->
            test(
                fields,
                new ValueTestParser(field.type(), field.choices()),
                test -> new Condition.Profile(field, test)));
  }

  private Optional<RuleTree> attribute(JsonFields fields) {
    return tested(
        fields,
        fields.named("attribute", vocabulary::attribute, vocabulary.attributes()),
        attribute ->
            test(
                fields,
                new ValueTestParser(attribute.type(), attribute.choices()),
                test -> new Condition.Custom(attribute, test)));
  }

  /** Where it is not known what is tested, the test itself is neither read nor wrong. */
  private static <T> Optional<RuleTree> tested(
      JsonFields fields, Optional<T> what, Function<T, Optional<RuleTree>> read) {
    if (what.isEmpty()) {
      fields.passOver("op", "value");
    }
    return what.flatMap(read);
  }

  private static Optional<RuleTree> test(
      JsonFields fields, ValueTestParser parser, Function<ValueTest, Condition> condition) {
    return parser.parse(fields).map(parsed -> parsed.leaf(condition));
  }

  private Optional<RuleTree> member(JsonFields fields) {
    return fields
        .texts("member")
        .map(keys -> new RuleTree.Leaf(new Condition.Key(new HashSet<>(keys))));
  }

  private Optional<RuleTree> segment(JsonFields fields) {
    Optional<String> key = fields.text("segment");
    if (key.isPresent() && !vocabulary.hasSegment(key.get())) {
      fields.wrong(
          "segment",
          "unknown-segment",
          "There is no segment '" + key.get() + "'; make it first, or name another");
    }
    return having(fields, "segment", Condition.Segment::new);
  }

  private Optional<RuleTree> mark(JsonFields fields) {
    List<String> offers = vocabulary.offers();
    return having(
        fields,
        fields.named("mark", key -> Optional.of(key).filter(offers::contains), offers),
        Condition.Mark::new);
  }

  /** A condition on being in a set, or not being in it. */
  private static Optional<RuleTree> having(
      JsonFields fields, String name, Function<String, Condition> condition) {
    return having(fields, fields.text(name), condition);
  }

  private static Optional<RuleTree> having(
      JsonFields fields, Optional<String> key, Function<String, Condition> condition) {
    boolean hasNot =
        fields.has("op")
            && fields
                .named("op", KeptOp::of, List.of("has", "has-not"))
                .filter(KeptOp.HAS_NOT::equals)
                .isPresent();
    return key.map(condition).map(c -> hasNot ? not(new RuleTree.Leaf(c)) : new RuleTree.Leaf(c));
  }

  private enum KeptOp {
    HAS,
    HAS_NOT;

    static Optional<KeptOp> of(String name) {
      return switch (name) {
        case "has" -> Optional.of(HAS);
        case "has-not" -> Optional.of(HAS_NOT);
        default -> Optional.empty();
      };
    }
  }

  private Optional<RuleTree> lifecycle(JsonFields fields) {
    List<String> names = Arrays.stream(LifecycleStage.values()).map(LifecycleStage::key).toList();
    Set<LifecycleStage> stages = new HashSet<>();
    for (String name : fields.texts("lifecycle").orElse(List.of())) {
      LifecycleStage.of(name)
          .ifPresentOrElse(
              stages::add,
              () ->
                  fields.wrong(
                      "lifecycle",
                      "unknown-value",
                      "'" + name + "' is no stage; use one of: " + String.join(", ", names)));
    }
    return Optional.of(new RuleTree.Leaf(new Condition.Lifecycle(stages)));
  }

  private Optional<RuleTree> anniversary(JsonFields fields) {
    Optional<String> name = fields.text("anniversary");
    Optional<Integer> from = fields.whole("from");
    Optional<Integer> to = fields.whole("to");
    if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
      fields.wrong("from", "descending", "'from' must not be greater than 'to'; swap them");
      return Optional.empty();
    }
    if (name.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (name.get().equals(ProfileField.BIRTH_DATE.key())) {
      return Optional.of(
          new RuleTree.Leaf(new Condition.Anniversary(Optional.empty(), from.get(), to.get())));
    }
    Optional<Attribute> attribute = dateAttribute(name.get());
    if (attribute.isEmpty()) {
      fields.wrong(
          "anniversary",
          "unknown-value",
          "'" + name.get() + "' is no date; use birth_date or attribute:<key of a date>");
    }
    return attribute.map(
        date ->
            new RuleTree.Leaf(new Condition.Anniversary(Optional.of(date), from.get(), to.get())));
  }

  private Optional<Attribute> dateAttribute(String name) {
    return name.startsWith(ATTRIBUTE_PREFIX)
        ? vocabulary
            .attribute(name.substring(ATTRIBUTE_PREFIX.length()))
            .filter(attribute -> attribute.type() == FieldType.DATE)
        : Optional.empty();
  }

  private Optional<RuleTree> message(JsonFields fields) {
    Optional<JsonFields> message = fields.object("message");
    if (message.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> node = message.get().text("node");
    Optional<Happening> happening = message.get().named("is", Happening::of, Happening.keys());
    Optional<Duration> waitUpTo = waitUpTo(message.get(), happening);
    message.get().refuseOthers();
    if (node.isPresent() && !vocabulary.messageNodes().contains(node.get())) {
      message
          .get()
          .wrong(
              "node",
              "unknown-node",
              WindowParser.unknownNode("message node", node.get(), vocabulary.messageNodes()));
    }
    return node.flatMap(
        n -> happening.map(h -> new RuleTree.Leaf(new Condition.Message(n, h, waitUpTo))));
  }

  private Optional<RuleTree> points(JsonFields fields) {
    return tested(
        fields,
        fields.named(
            "points",
            key -> Optional.of(key).filter(vocabulary.accounts()::contains),
            vocabulary.accounts()),
        account ->
            test(
                fields,
                new ValueTestParser(FieldType.NUMBER, List.of()).withoutMissing(),
                test -> new Condition.Points(account, test)));
  }

  private Optional<RuleTree> coupon(JsonFields fields) {
    Optional<JsonFields> coupon = fields.object("coupon");
    if (coupon.isEmpty()) {
      return Optional.empty();
    }
    JsonFields own = coupon.get();
    Optional<CouponFact> fact = own.named("is", CouponFact::of, CouponFact.keys());
    int forDays = own.has("forDays") ? own.whole("forDays").orElse(0) : 0;
    if (forDays < 0 || forDays > ValueTestParser.MOST_DAYS) {
      own.wrong(
          "forDays",
          "out-of-range",
          "'forDays' must be a number of days from 0 to " + ValueTestParser.MOST_DAYS);
    }
    Optional<String> node = own.has("node") ? couponNode(own) : Optional.empty();
    Optional<String> batch =
        own.has("node")
            ? Optional.empty()
            : own.named(
                "batch",
                key -> Optional.of(key).filter(vocabulary.coupons()::contains),
                vocabulary.coupons());
    own.refuseOthers();
    return node.isEmpty() && batch.isEmpty()
        ? Optional.empty()
        : fact.map(
            is ->
                new RuleTree.Leaf(
                    new Condition.Coupon(batch.orElse(null), node.orElse(null), is, forDays)));
  }

  private Optional<String> couponNode(JsonFields fields) {
    Optional<String> node = fields.text("node");
    if (node.isPresent() && !vocabulary.nodes().contains(node.get())) {
      fields.wrong(
          "node", "unknown-node", WindowParser.unknownNode("node", node.get(), vocabulary.nodes()));
    }
    return node;
  }

  private static Optional<Duration> waitUpTo(JsonFields message, Optional<Happening> happening) {
    if (!message.has("waitUpTo")) {
      return Optional.empty();
    }
    if (happening.isPresent() && !happening.get().isToldByReceipt()) {
      message.wrong(
          "waitUpTo",
          "not-awaited",
          "Only delivered, failed and bounced are waited for; draw a wait, or take 'waitUpTo' out");
    }
    Optional<String> text = message.text("waitUpTo");
    Optional<Duration> length = text.flatMap(ConditionParser::receiptWait);
    if (text.isPresent() && length.isEmpty()) {
      message.wrong(
          "waitUpTo",
          "bad-duration",
          "'waitUpTo' must be a length of time from PT0S to P30D, such as PT24H");
    }
    return length;
  }

  private static Optional<Duration> receiptWait(String text) {
    try {
      Duration length = Duration.parse(text);
      return length.isNegative() || length.compareTo(LONGEST_WAIT) > 0
          ? Optional.empty()
          : Optional.of(length);
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}
