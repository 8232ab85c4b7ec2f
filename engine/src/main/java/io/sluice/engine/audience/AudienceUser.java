package io.sluice.engine.audience;

import java.util.List;

/** Somebody who keeps audiences by their hash; one bean for each, or audiences would be lost. */
public interface AudienceUser {
  /** Where it names them. */
  List<AudienceUse> uses();
}
