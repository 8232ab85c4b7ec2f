package io.sluice.node;

import java.util.List;

/**
 * What a custom attribute is like.
 *
 * @param type text, number, date, boolean, choice or multi-choice
 * @param choices the values it can have, where it is a choice; otherwise none
 * @param readOnly whether its values come from a platform and cannot be written here
 */
public record AttributeKind(String type, List<String> choices, boolean readOnly) {
  /** Copies the list. */
  public AttributeKind {
    choices = List.copyOf(choices);
  }
}
