package io.sluice.engine.delivery.tracking;

import io.sluice.engine.delivery.content.ExampleLinks;
import io.sluice.engine.delivery.content.Links;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Makes the links of messages. */
@Component
public class LinkMaker {
  private static final int MOST_KEPT = 1_000;

  private final LinkRows rows;
  private final LinkSecret secret;
  private final LinkAddresses addresses;
  private final ForecastLinks forecast;

  LinkMaker(LinkRows rows, LinkSecret secret, LinkAddresses addresses, ForecastLinks forecast) {
    this.rows = rows;
    this.secret = secret;
    this.addresses = addresses;
    this.forecast = forecast;
  }

  /**
   * The links in the messages of one node to the people of one entry. Asked again, also after a
   * crash, they are the same.
   *
   * @param entry the cohort in which the people entered the run
   * @param channel whose consent the unsubscribe link ends
   */
  public Links linksFor(WorkspaceId workspace, long run, String node, long entry, String channel) {
    Map<Link, Long> numbers = new ConcurrentHashMap<>();
    return new Links() {
      @Override
      public String click(int member, String target) {
        return address(Link.Kind.CLICK, member, target);
      }

      @Override
      public String unsubscribe(int member) {
        return address(Link.Kind.UNSUBSCRIBE, member, null);
      }

      @Override
      public String open(int member) {
        return address(Link.Kind.OPEN, member, null);
      }

      private String address(Link.Kind kind, int member, String target) {
        Link link = new Link(workspace, run, node, entry, channel, kind, target);
        return addresses.of(
            kind, new LinkToken(number(numbers, link), member).text(secret.bytes()));
      }
    };
  }

  private long number(Map<Link, Long> numbers, Link link) {
    Long known = numbers.get(link);
    if (known != null) {
      return known;
    }
    long number = rows.idOf(link);
    // Targets that differ from person to person are not worth remembering.
    if (numbers.size() < MOST_KEPT) {
      numbers.put(link, number);
    }
    return number;
  }

  /** Links that lead nowhere, of the same lengths as the real ones; nothing is written for them. */
  public ExampleLinks forecast() {
    return forecast;
  }
}
