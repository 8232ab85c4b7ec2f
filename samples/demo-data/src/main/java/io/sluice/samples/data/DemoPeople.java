package io.sluice.samples.data;

import io.sluice.node.XxHash64;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * People of a shop that does not exist. Everything about a person follows from the seed, the
 * person's index and the reference instant, so the same numbers come out each time, and nobody has
 * to be kept in memory.
 */
public final class DemoPeople {
  /** The seed that the demo server and the tests use. */
  public static final long SEED = 20_260_101L;

  private static final LocalDate OLDEST_BIRTHDAY = LocalDate.of(1950, 1, 1);
  private static final int BIRTHDAYS = 365 * 58;

  private final int count;
  private final Instant reference;
  private final Orders orders;
  private final long activityTopic;
  private final long registrationTopic;
  private final long profileTopic;
  private final long orderTopic;
  private final long consentTopic;
  private final long traitTopic;
  private final long tagTopic;

  /**
   * So many people.
   *
   * @param reference the instant up to which everything happened; best the start of a day
   */
  public DemoPeople(int count, long seed, Instant reference) {
    this.count = count;
    this.reference = reference;
    this.orders = new Orders(reference);
    this.activityTopic = XxHash64.of(seed, "activity");
    this.registrationTopic = XxHash64.of(seed, "registration");
    this.profileTopic = XxHash64.of(seed, "profile");
    this.orderTopic = XxHash64.of(seed, "orders");
    this.consentTopic = XxHash64.of(seed, "consents");
    this.traitTopic = XxHash64.of(seed, "traits");
    this.tagTopic = XxHash64.of(seed, "tags");
  }

  /** How many people there are; their indexes count from 0. */
  public int count() {
    return count;
  }

  /** The instant up to which everything happened. */
  public Instant reference() {
    return reference;
  }

  /** Who the person is. */
  public Profile profile(int index) {
    Activity activity = activity(index);
    Dice dice = new Dice(profileTopic, index);
    boolean chinese = dice.percent(70);
    String number = Integer.toString(10_000_000 + index);
    LocalDate birth = dice.percent(92) ? OLDEST_BIRTHDAY.plusDays(dice.below(BIRTHDAYS)) : null;
    return new Profile(
        index,
        "M" + number,
        !dice.percent(1),
        chinese ? Names.chinese(dice) : Names.english(dice),
        dice.percent(95) ? "+86138" + number : null,
        dice.percent(70) ? "m" + number + "@example.com" : null,
        gender(dice),
        birth,
        City.draw(dice),
        chinese ? "zh" : "en",
        activity.level(),
        registeredAt(index));
  }

  private static String gender(Dice dice) {
    if (dice.percent(5)) {
      return null;
    }
    return dice.percent(68) ? "female" : "male";
  }

  private Activity activity(int index) {
    return Activity.draw(new Dice(activityTopic, index));
  }

  private Instant registeredAt(int index) {
    Duration secondsOfDay = Duration.ofSeconds(new Dice(registrationTopic, index).below(86_400));
    return reference.minus(Duration.ofDays(activity(index).registered())).minus(secondsOfDay);
  }

  /** The person's orders, the latest paid one first. */
  public List<Order> orders(int index) {
    return orders.draw(activity(index), new Dice(orderTopic, index));
  }

  /** What the person agreed to, at most once per channel. */
  public List<Consent> consents(int index) {
    Dice dice = new Dice(consentTopic, index);
    Instant registered = registeredAt(index);
    List<Consent> consents = new ArrayList<>(3);
    consent("sms", 78, registered, dice, consents);
    consent("email", 50, registered, dice, consents);
    consent("push", 30, registered, dice, consents);
    return consents;
  }

  private void consent(
      String channel, int percent, Instant registered, Dice dice, List<Consent> consents) {
    int secondsSince = (int) Duration.between(registered, reference).toSeconds();
    boolean given = dice.percent(percent);
    Instant withdrawn =
        dice.percent(7) ? registered.plusSeconds(dice.between(1, secondsSince)) : null;
    if (given) {
      consents.add(new Consent(channel, registered, withdrawn));
    }
  }

  /** The person's custom attributes. */
  public Traits traits(int index) {
    return Traits.draw(new Dice(traitTopic, index));
  }

  /** The tags and static segments that the person is in. */
  public Marks marks(int index) {
    return Marks.draw(new Dice(tagTopic, index));
  }
}
