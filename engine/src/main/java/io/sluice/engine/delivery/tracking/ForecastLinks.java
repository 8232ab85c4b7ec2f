package io.sluice.engine.delivery.tracking;

import io.sluice.engine.delivery.content.ExampleLinks;
import org.springframework.stereotype.Component;

/** Links that lead nowhere, of the same lengths as the real ones; nothing is written for them. */
@Component
class ForecastLinks implements ExampleLinks {
  private static final String NOBODY = "x".repeat(LinkToken.LENGTH);

  private final LinkAddresses addresses;

  ForecastLinks(LinkAddresses addresses) {
    this.addresses = addresses;
  }

  @Override
  public String click(int member, String target) {
    return addresses.of(Link.Kind.CLICK, NOBODY);
  }

  @Override
  public String unsubscribe(int member) {
    return addresses.of(Link.Kind.UNSUBSCRIBE, NOBODY);
  }

  @Override
  public String open(int member) {
    return addresses.of(Link.Kind.OPEN, NOBODY);
  }
}
