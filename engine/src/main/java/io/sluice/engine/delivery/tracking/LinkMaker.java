package io.sluice.engine.delivery.tracking;

import io.sluice.engine.delivery.content.Links;
import io.sluice.engine.workspace.WorkspaceId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Makes the links of messages. */
@Component
public class LinkMaker {
  private static final String NOBODY = "x".repeat(LinkToken.LENGTH);

  private final LinkRows rows;
  private final LinkSecret secret;
  private final PublicAddress address;

  LinkMaker(LinkRows rows, LinkSecret secret, PublicAddress address) {
    this.rows = rows;
    this.secret = secret;
    this.address = address;
  }

  /**
   * The links in the messages of one node to the people of one entry. Asked again, also after a
   * crash, they are the same.
   *
   * @param entry the cohort in which the people entered the run
   * @param channel whose consent the unsubscribe link ends
   */
  public Links linksFor(WorkspaceId workspace, long run, String node, long entry, String channel) {
    Map<String, Long> targets = new ConcurrentHashMap<>();
    return new Made(
        address.base(),
        (kind, member, target) -> {
          Link link = new Link(workspace, run, node, entry, channel, kind, target);
          long id = known(targets, link);
          return new LinkToken(id, member).text(secret.bytes());
        });
  }

  private long known(Map<String, Long> targets, Link link) {
    String key = link.kind().path() + link.target();
    Long known = targets.get(key);
    if (known != null) {
      return known;
    }
    long id = rows.idOf(link);
    // Targets that differ from person to person are not worth remembering.
    if (targets.size() < 1_000) {
      targets.put(key, id);
    }
    return id;
  }

  /** Links that lead nowhere, of the same lengths as the real ones; nothing is written for them. */
  public Links forecast() {
    return new Made(address.base(), (kind, member, target) -> NOBODY);
  }

  /** Tells the token of a link. */
  private interface Tokens {
    String of(Link.Kind kind, int member, String target);
  }

  private record Made(String base, Tokens tokens) implements Links {
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
      return address(Link.Kind.OPEN, member, null) + ".gif";
    }

    private String address(Link.Kind kind, int member, String target) {
      return base + kind.path() + tokens.of(kind, member, target);
    }
  }
}
