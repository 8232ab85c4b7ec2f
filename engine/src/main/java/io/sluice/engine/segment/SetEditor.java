package io.sluice.engine.segment;

import io.sluice.engine.member.MemberKeys;
import io.sluice.engine.web.InputInstant;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.Workspace;
import io.sluice.node.Audience;
import io.sluice.node.SetRef;
import io.sluice.node.SetWrite;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts members into kept sets and takes them out by hand, and tells who is in. */
@Component
public class SetEditor {
  private final SetLog sets;
  private final PopulationReader population;
  private final MemberKeys members;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SetEditor(
      SetLog sets,
      PopulationReader population,
      MemberKeys members,
      TransactionTemplate transaction,
      Clock clock) {
    this.sets = sets;
    this.population = population;
    this.members = members;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Who comes into a set and who leaves it, by their keys.
   *
   * @param expiresAt when those who come in leave again; null for never
   * @param at when it happened, for what is told later; null for now
   */
  public record MembersChange(
      List<String> add, List<String> remove, Instant expiresAt, Instant at) {}

  /** Changes a set. Throws a {@link Problem} that names what is wrong. */
  public void change(Workspace workspace, SetRef set, MembersChange body) {
    List<String> added = body.add() == null ? List.of() : body.add();
    List<String> removed = body.remove() == null ? List.of() : body.remove();
    Audience add = members.require(workspace.id(), added, "/add");
    Audience remove = members.require(workspace.id(), removed, "/remove");
    if (!add.isDisjointFrom(remove)) {
      throw Problem.badField(
          "add-and-remove", "/remove", "A member is both in 'add' and 'remove'; decide on one.");
    }
    Instant now = clock.instant();
    if (body.expiresAt() != null
        && !InputInstant.within("/expiresAt", body.expiresAt()).isAfter(now)) {
      throw Problem.badField("expired", "/expiresAt", "'expiresAt' must lie in the future.");
    }
    if (body.at() != null && InputInstant.within("/at", body.at()).isAfter(now)) {
      throw Problem.badField(
          "in-the-future", "/at", "'at' tells when it happened: it must not lie in the future.");
    }
    Instant at = body.at() == null ? now : body.at();
    String cause = "api:" + UUID.randomUUID();
    transaction.executeWithoutResult(
        status -> {
          if (!add.isEmpty()) {
            SetWrite write =
                new SetWrite(set, SetWrite.Change.ADD, add, Optional.ofNullable(body.expiresAt()));
            sets.append(workspace.id(), write, at, cause + ":add", null);
          }
          if (!remove.isEmpty()) {
            sets.append(workspace.id(), SetWrite.remove(set, remove), at, cause + ":remove", null);
          }
        });
  }

  /** Who is in a set by now. */
  public Audience people(Workspace workspace, SetRef set) {
    return people(workspace, set, clock.instant());
  }

  /** Who was in a set at an instant. */
  public Audience people(Workspace workspace, SetRef set, Instant instant) {
    Pin pin = population.pin(workspace.id(), InputInstant.within("asOf", instant));
    return population.read(
        workspace.id(),
        pin,
        List.of(),
        people -> people.all().intersect(sets.asOf(workspace.id(), set, pin.instant())));
  }
}
