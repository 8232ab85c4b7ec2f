package io.sluice.engine.delivery.content;

import io.sluice.engine.delivery.content.MessageForm.Made;
import io.sluice.engine.delivery.content.liquid.LiquidProblem;
import io.sluice.engine.delivery.content.liquid.Placeholder;
import io.sluice.engine.delivery.content.liquid.RenderSettings;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.NodeFailure;
import io.sluice.node.ValueRef;
import io.sluice.node.ValueWrite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A message whose templates are read, ready to be made for people. */
final class PreparedMessage implements Composition {
  /** So many people's data are held at once when parts are counted. */
  private static final int PAGE = 10_000;

  private final Workspace workspace;
  private final MessageForm form;
  private final Route route;
  private final Given given;
  private final RenderSettings settings;
  private final MemberReader members;
  private final Links exampleLinks;
  private final Set<Placeholder> wanted;

  PreparedMessage(
      Workspace workspace,
      MessageForm form,
      Route route,
      Given given,
      RenderSettings settings,
      MemberReader members,
      Links exampleLinks) {
    this.workspace = workspace;
    this.form = form;
    this.route = route;
    this.given = given;
    this.settings = settings;
    this.members = members;
    this.exampleLinks = exampleLinks;
    this.wanted = form.placeholders();
  }

  @Override
  public long units(Audience audience, List<ValueWrite> written) {
    if (audience.isEmpty()) {
      return 0;
    }
    MessageForm.Maker maker = form.maker(settings);
    if (form.isSameForEverybody()) {
      return (long) make(maker, Person.NOBODY, exampleLinks).units() * audience.size();
    }
    List<WrittenPlaceholder> changes = members.written(workspace, written, wanted);
    long units = 0;
    int[] page = audience.page(-1, PAGE);
    while (page.length > 0) {
      for (Person person :
          members.read(workspace, Audience.of(page), route, given, Optional.empty(), wanted)) {
        Person changed = WrittenPlaceholder.on(person, changes);
        units += make(maker, changed, exampleLinks).units();
      }
      page = audience.page(page[page.length - 1], PAGE);
    }
    return units;
  }

  @Override
  public Set<ValueRef> named() {
    return wanted.stream()
        .flatMap(placeholder -> WrittenPlaceholder.value(placeholder).stream())
        .collect(Collectors.toSet());
  }

  @Override
  public Set<Optional<String>> accounts() {
    return wanted.stream()
        .filter(Placeholder.Points.class::isInstance)
        .map(points -> ((Placeholder.Points) points).account())
        .collect(Collectors.toSet());
  }

  @Override
  public List<Composed> compose(Audience batch, Links links) {
    MessageForm.Maker maker = form.maker(settings);
    List<Person> people = members.read(workspace, batch, route, given, form.address(), wanted);
    List<Composed> composed = new ArrayList<>(people.size());
    for (Person person : people) {
      if (form.address().isPresent() && (person.address() == null || person.address().isBlank())) {
        continue;
      }
      composed.add(composed(person, make(maker, person, links)));
    }
    return composed;
  }

  /**
   * The message as the member would get it, with links that lead nowhere.
   *
   * @param longest how long it may take to make each of its texts
   */
  Composed example(int member, Duration longest) {
    Person person =
        members.read(workspace, Audience.of(member), route, given, form.address(), wanted).stream()
            .findFirst()
            .orElse(Person.NOBODY);
    return composed(person, make(form.maker(settings.within(longest)), person, exampleLinks));
  }

  private static Composed composed(Person person, Made made) {
    return new Composed(
        person.member(), made.address().orElse(person.address()), made.content(), made.units());
  }

  private static Made make(MessageForm.Maker maker, Person person, Links links) {
    try {
      return maker.make(person, links);
    } catch (LiquidProblem e) {
      throw new NodeFailure(e.getMessage(), e);
    }
  }
}
