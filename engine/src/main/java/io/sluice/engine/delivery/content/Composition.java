package io.sluice.engine.delivery.content;

import io.sluice.node.Audience;
import java.util.List;

/** A message that is ready to be made for people. Safe for use by several threads. */
public interface Composition {
  /**
   * How many message parts the audience would get in sum. Reads members in the caller's
   * transaction; at no cost per person where nothing personal is in the message.
   */
  long units(Audience audience);

  /**
   * The message as each person gets it, in ascending order of members. Whoever has no address by
   * now is left out.
   */
  List<Composed> compose(Audience batch, Links links);
}
