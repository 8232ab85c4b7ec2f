package io.sluice.node;

/** What the engine must know of a node type without knowing the type. */
public enum Trait {
  /** Sends something to people. */
  MESSAGE,
  /** Compares its inputs with each other, so needs all of them in the same process. */
  BARRIER,
  /** Does something to people, and can do it to guests of an imported list too. */
  ACCEPTS_GUESTS,
  /** Sorts people by conditions only: guests, who meet none, all leave by {@code rest}. */
  SORTS_BY_RULE,
  /** Draws people by the seeded order. */
  DRAWS,
  /** Does nothing to people on purpose, so that they can be compared with others. */
  CONTROL,
  /** Has an out-port {@code control} for people held out to be compared with the others. */
  HOLD_OUT
}
