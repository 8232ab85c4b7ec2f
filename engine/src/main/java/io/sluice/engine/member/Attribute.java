package io.sluice.engine.member;

import java.util.List;

/**
 * A custom attribute of a workspace's members.
 *
 * @param id its number within the workspace
 * @param key its name in rules, files and addresses
 * @param label its name on screen
 * @param type the kind of its values
 * @param choices the values it can have, where the type is a choice; otherwise none
 * @param origin where its values come from
 */
public record Attribute(
    int id, String key, String label, FieldType type, List<String> choices, Origin origin) {
  /** Copies the list. */
  public Attribute {
    choices = List.copyOf(choices);
  }

  /** Where the values of an attribute come from. */
  public enum Origin {
    /** Made and changed here. */
    OWN,
    /** Comes from a shop platform and is only read here. */
    PLATFORM
  }
}
