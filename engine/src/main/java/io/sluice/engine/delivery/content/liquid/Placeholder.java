package io.sluice.engine.delivery.content.liquid;

import io.sluice.engine.member.ProfileField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
                ", ", "member.key, ", ", member.attributes.<key>, list.<column>, unsubscribe"));
  }
}
