package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.LiquidTemplate;
import io.sluice.engine.delivery.content.liquid.Placeholder;
import io.sluice.engine.delivery.content.liquid.RenderSettings;
import io.sluice.engine.member.ProfileField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the message of a channel is put together out of its parts. */
interface MessageForm {
  /** The field of a member that holds the address; empty where the message itself has it. */
  Optional<ProfileField> address();

  /** The templates of which it is made. */
  List<LiquidTemplate> templates();

  /** What it needs of a person besides the address. */
  default Set<Placeholder> placeholders() {
    return templates().stream()
        .flatMap(template -> template.placeholders().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it becomes the same for everybody, but for the links in it. */
  default boolean isSameForEverybody() {
    return templates().stream().allMatch(LiquidTemplate::isSameForEverybody);
  }

  /** Makes it for one person after the other, in one thread. */
  Maker maker(RenderSettings settings);

  /** Makes messages; for use by one thread. */
  interface Maker {
    /** The message for a person. */
    Made make(Person person, Links links);
  }

  /**
   * A message without the person it is for.
   *
   * @param address where it goes, where the message itself has it
   * @param content its finished parts by name
   * @param units message parts
   */
  record Made(Optional<String> address, Map<String, String> content, int units) {}
}
