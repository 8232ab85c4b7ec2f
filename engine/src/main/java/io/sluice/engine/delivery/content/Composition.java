package io.sluice.engine.delivery.content;

import io.sluice.node.Audience;
import io.sluice.node.ValueRef;
import io.sluice.node.ValueWrite;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A message that is ready to be made for people. Safe for use by several threads. */
public interface Composition {
  /**
   * How many message parts the audience would get in sum. Reads members in the caller's
   * transaction; at no cost per person where nothing personal is in the message.
   */
  default long units(Audience audience) {
    return units(audience, List.of());
  }

  /** The same once nodes before had written such values, in this order. */
  long units(Audience audience, List<ValueWrite> written);

  /** The values that nodes can write and that the message names. */
  Set<ValueRef> named();

  /** The accounts of points whose balance it names; empty for the only one. */
  Set<Optional<String>> accounts();

  /**
   * The message as each person gets it, in ascending order of members. Whoever has no address by
   * now is left out.
   */
  List<Composed> compose(Audience batch, Links links);
}
