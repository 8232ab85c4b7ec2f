package io.sluice.engine.delivery.gateway;

import io.sluice.engine.web.Problem;
import java.util.List;

/**
 * A kind of gateway: reads its settings and opens it. One bean per kind.
 *
 * @param <S> its settings, a record that Jackson reads
 */
public interface GatewayKind<S extends Record> {
  /** Its name in kebab case, for example {@code smtp}. */
  String name();

  /** The type of its settings. */
  Class<S> settings();

  /** Whether messages of that channel can go out by it. */
  boolean carries(String channel);

  /**
   * All that is wrong with settings, each with its field as a JSON pointer into them and how to
   * mend it; looks nothing up outside.
   */
  List<Problem.Part> problems(String channel, S settings);

  /** Opens a gateway whose settings have no problems; makes no connection yet. */
  Gateway open(GatewayConfig config, S settings);
}
