package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.liquid.Placeholder;
import io.sluice.engine.member.ProfileField;
import io.sluice.engine.member.guest.Guests;
import io.sluice.engine.member.guest.ImportedLists;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what messages need of guests, and the columns of imported lists for all people. */
@Component
class GuestReader {
  private final Guests guests;
  private final ImportedLists lists;

  GuestReader(Guests guests, ImportedLists lists) {
    this.guests = guests;
    this.lists = lists;
  }

  /** Adds the columns that a message names to the values of people. */
  void addColumns(
      Workspace workspace,
      Audience batch,
      List<String> before,
      Set<Placeholder> wanted,
      Map<Integer, Map<Placeholder, Object>> values) {
    if (before.isEmpty() || wanted.stream().noneMatch(Placeholder.Column.class::isInstance)) {
      return;
    }
    lists
        .values(workspace.id(), before, batch)
        .forEach(
            (person, columns) -> {
              Map<Placeholder, Object> ofPerson =
                  values.computeIfAbsent(person, any -> new HashMap<>());
              columns.forEach(
                  (column, value) -> ofPerson.put(new Placeholder.Column(column), value));
            });
  }

  /** The members of a batch, with the guests in it, in ascending order. */
  List<Person> added(
      Workspace workspace,
      Audience batch,
      Optional<ProfileField> address,
      List<Person> members,
      Map<Integer, Map<Placeholder, Object>> values) {
    Audience others = batch.minus(Audience.collect(members.stream().mapToInt(Person::member)));
    List<Person> people = new ArrayList<>(members);
    guests
        .addresses(workspace.id(), others)
        .forEach(
            (guest, known) -> {
              ProfileField kept = known.contains("@") ? ProfileField.EMAIL : ProfileField.PHONE;
              Map<Placeholder, Object> ofGuest =
                  new HashMap<>(values.getOrDefault(guest, Map.of()));
              ofGuest.put(new Placeholder.Profile(kept), known);
              String to = address.filter(kept::equals).isPresent() ? known : null;
              people.add(new Person(guest, to, ofGuest));
            });
    people.sort(Comparator.comparingInt(Person::member));
    return people;
  }
}
