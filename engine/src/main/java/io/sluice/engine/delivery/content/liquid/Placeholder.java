package io.sluice.engine.delivery.content.liquid;

import io.sluice.engine.member.ProfileField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Something of a person that a template names. */
public sealed interface Placeholder {
  /** The key of the member: {@code member.key}. */
  record Key() implements Placeholder {}

  /** A field of the profile, for example {@code member.birth_date}. */
  record Profile(ProfileField field) implements Placeholder {}

  /** A custom attribute, for example {@code member.attributes.shoe_size}. */
  record Custom(String attribute) implements Placeholder {}

  /** A column of the imported list by which the person came, for example {@code list.code}. */
  record Column(String name) implements Placeholder {}

  /**
   * Something that a node before gave the person, for example {@code coupon.code}, or {@code
   * coupons.spring.code} of the node {@code spring}.
   *
   * @param kind what was given, for example {@code coupon}
   * @param node the node; the nearest where empty
   * @param part what of it
   */
  record Reward(String kind, Optional<String> node, String part) implements Placeholder {
    private static final Map<String, List<String>> PARTS =
        Map.of(
            "coupon",
            List.of(
                "code",
                "link",
                "name",
                "worth",
                "conditions",
                "validity",
                "valid_from",
                "valid_until"),
            "benefit",
            List.of("code", "name"));

    /** As it is written. */
    public String name() {
      return node.map(one -> kind + "s." + one + ".").orElse(kind + ".") + part;
    }

    private static Optional<Placeholder> of(List<String> path) {
      String kind = path.get(0);
      boolean named = path.size() == 3 && kind.endsWith("s");
      if (named) {
        kind = kind.substring(0, kind.length() - 1);
      }
      String part = path.get(path.size() - 1);
      return (named || path.size() == 2) && PARTS.getOrDefault(kind, List.of()).contains(part)
          ? Optional.of(new Reward(kind, named ? Optional.of(path.get(1)) : Optional.empty(), part))
          : Optional.empty();
    }

    private static String known() {
      return new TreeMap<>(PARTS)
          .entrySet().stream()
              .flatMap(kind -> kind.getValue().stream().map(part -> kind.getKey() + "." + part))
              .collect(Collectors.joining(", "));
    }
  }

  /**
   * How many points the person has: {@code points}, or {@code points.bonus} of an account.
   *
   * @param account the key of the account; the only one where empty
   */
  record Points(Optional<String> account) implements Placeholder {}

  /** The page that ends the consent: {@code unsubscribe}. */
  record Unsubscribe() implements Placeholder {}

  /** The placeholder of that path, such as {@code member}, {@code attributes}, {@code x}. */
  static Optional<Placeholder> of(List<String> path) {
    if (path.equals(List.of("unsubscribe"))) {
      return Optional.of(new Unsubscribe());
    }
    if (path.size() == 3 && path.subList(0, 2).equals(List.of("member", "attributes"))) {
      return Optional.of(new Custom(path.get(2)));
    }
    if (path.size() == 2 && path.get(0).equals("list")) {
      return Optional.of(new Column(path.get(1)));
    }
    if (path.get(0).equals("points") && path.size() <= 2) {
      return Optional.of(
          new Points(path.size() == 2 ? Optional.of(path.get(1)) : Optional.empty()));
    }
    Optional<Placeholder> reward = Reward.of(path);
    if (reward.isPresent()) {
      return reward;
    }
    if (path.size() != 2 || !path.get(0).equals("member")) {
      return Optional.empty();
    }
    return path.get(1).equals("key")
        ? Optional.of(new Key())
        : ProfileField.of(path.get(1)).map(Profile::new);
  }

  /** The names that can be used, for the message of a problem. */
  static String known() {
    return Arrays.stream(ProfileField.values())
        .map(field -> "member." + field.key())
        .collect(
            Collectors.joining(
                ", ",
                "member.key, ",
                ", member.attributes.<key>, list.<column>, "
                    + Reward.known()
                    + ", points, points.<account>, unsubscribe"));
  }
}
