package io.sluice.node;

/** The group of a node type in the palette. */
public enum Category {
  AUDIENCE,
  LOGIC,
  TIME,
  MESSAGE,
  REWARD,
  MARK,
  OUTSIDE,
  ANALYSIS
}
