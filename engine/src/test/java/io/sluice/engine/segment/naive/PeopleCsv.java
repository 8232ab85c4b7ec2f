package io.sluice.engine.segment.naive;

import java.util.List;
import java.util.StringJoiner;

/** Writes people as the files that the engine imports. */
public final class PeopleCsv {
  private static final List<String> PROFILE =
      List.of("status", "city", "gender", "level", "birth_date");
  private static final List<String> ATTRIBUTES =
      List.of("colour", "hobbies", "spent", "wedding", "happy", "note");

  private PeopleCsv() {}

  /** The members, without consents. */
  public static String members(List<Person> people) {
    StringBuilder csv = new StringBuilder("member,registered_at," + String.join(",", PROFILE));
    ATTRIBUTES.forEach(name -> csv.append(",attribute:").append(name));
    for (Person person : people) {
      StringJoiner row = new StringJoiner(",", "\n", "");
      row.add(person.key).add(person.registered.toString());
      PROFILE.forEach(name -> row.add(quote(person.profile.get(name))));
      ATTRIBUTES.forEach(name -> row.add(quote(person.attributes.get(name))));
      csv.append(row);
    }
    return csv.append("\n").toString();
  }

  /** The n-th consent of each person that has so many. */
  public static String consents(List<Person> people, int n) {
    StringBuilder csv = new StringBuilder("member");
    for (String channel : List.of("sms", "email")) {
      csv.append(",consent:").append(channel).append(",consent:").append(channel).append(":at");
    }
    for (Person person : people) {
      if (person.consents.size() > n) {
        Person.Consent consent = person.consents.get(n);
        String cells = consent.granted() + "," + consent.at();
        csv.append("\n").append(person.key).append(",");
        csv.append(consent.channel().equals("sms") ? cells + ",," : ",," + cells);
      }
    }
    return csv.append("\n").toString();
  }

  /** The orders, a row per line. */
  public static String orders(List<Person> people) {
    StringBuilder csv =
        new StringBuilder(
            "member,order,placed_at,paid_at,shipped_at,confirmed_at,refunded_at,presale,product,"
                + "category,items,amount\n");
    for (Person person : people) {
      for (Person.Order order : person.orders) {
        for (Person.Line line : order.lines()) {
          StringJoiner row = new StringJoiner(",", "", "\n");
          row.add(person.key).add(order.key());
          RandomPeople.STATUSES.forEach(
              status ->
                  row.add(
                      order.reached().containsKey(status)
                          ? order.reached().get(status).toString()
                          : ""));
          row.add(String.valueOf(order.presale())).add(line.product()).add(line.category());
          row.add(String.valueOf(line.items())).add(line.amount().toPlainString());
          csv.append(row);
        }
      }
    }
    return csv.toString();
  }

  /** The events, a row each. */
  public static String events(List<Person> people) {
    StringBuilder csv =
        new StringBuilder("event,member,type,at,product,category,property:page,property:seconds\n");
    for (Person person : people) {
      for (Person.Event event : person.events) {
        StringJoiner row = new StringJoiner(",", "", "\n");
        row.add(event.key()).add(person.key).add(event.type()).add(event.at().toString());
        List.of("product", "category").forEach(name -> row.add(quote(event.about().get(name))));
        List.of("page", "seconds").forEach(name -> row.add(quote(event.says().get(name))));
        csv.append(row);
      }
    }
    return csv.toString();
  }

  private static String quote(String value) {
    return value == null ? "" : '"' + value + '"';
  }
}
