package io.sluice.samples.demo;

import io.sluice.engine.workspace.Workspaces;
import io.sluice.samples.data.DemoData;
import io.sluice.samples.data.DemoPeople;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

/** Fills the workspace {@code demo} at the first start, and says where everything is. */
class DemoWorkspace implements ApplicationRunner {
  static final String KEY = "demo";
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final DemoData data;
  private final DemoUsers users;
  private final Workspaces workspaces;
  private final SampleCampaigns campaigns;
  private final Environment environment;
  private final int members;
  private final Optional<Instant> reference;

  DemoWorkspace(
      DemoData data,
      DemoUsers users,
      Workspaces workspaces,
      SampleCampaigns campaigns,
      Environment environment,
      @Value("${sluice.demo.members:20000}") int members,
      @Value("${sluice.demo.reference:#{null}}") Optional<Instant> reference) {
    if (members < 1 || members > DemoData.MOST_PEOPLE) {
      throw new IllegalArgumentException(
          "sluice.demo.members must be 1 to " + DemoData.MOST_PEOPLE + " but is " + members);
    }
    this.data = data;
    this.users = users;
    this.workspaces = workspaces;
    this.campaigns = campaigns;
    this.environment = environment;
    this.members = members;
    this.reference = reference;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    Instant upTo = reference.orElseGet(DemoWorkspace::startOfToday);
    boolean made =
        data.load(KEY, "Demo shop", ZONE, new DemoPeople(members, DemoPeople.SEED, upTo))
            .isPresent();
    String server = "http://127.0.0.1:" + environment.getProperty("local.server.port");
    users.addWhereNoneIs(workspaces.find(KEY).orElseThrow().id());
    List<String> keys = campaigns.saveMissing(KEY);
    users.asLoader(login -> fill(new DemoShop(DemoApi.of(server, KEY, login)), made));
    announce(server, made ? members + " demo people, made just now" : "as it was left", keys);
  }

  private void fill(DemoShop shop, boolean made) {
    try {
      shop.addMissingTemplates();
      shop.addMissingRewards();
      if (made) {
        shop.addMoney(members);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant startOfToday() {
    return LocalDate.now(ZONE).atStartOfDay(ZONE).toInstant();
  }

  private void announce(String server, String content, List<String> keys) {
    System.out.printf(
        """

        Sluice is running with demo data.
          Pages     %1$s (users marketer, approver, admin, viewer; each name is the password)
          API       %1$s/api/docs
          Workspace %1$s/api/workspaces/%2$s (%3$s)
          Campaigns %4$s
          Inbox     %1$s/api/workspaces/%2$s/sandbox/messages (what was sent, and not to anybody)
          Database  %5$s
        Press Ctrl-C to stop it.
        %n""",
        server,
        KEY,
        content,
        String.join(", ", keys),
        environment.getProperty("spring.datasource.url"));
  }
}
