package io.sluice.engine.member;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.sluice.engine.member.guest.GuestTables;
import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Audience;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Shows audiences as lists of people, in pages. */
@Repository
public class MemberPages {
  private static final int LONGEST = 1_000;
  private static final Field<String> NAME = field(name("member", "name"), String.class);

  private final DSLContext db;

  MemberPages(DSLContext db) {
    this.db = db;
  }

  /**
   * One page of an audience, by member id.
   *
   * @param after the id after which the page begins; -1 for the first page
   * @param limit how many members at most, 1 to 1,000
   */
  public MemberPage page(WorkspaceId workspace, Audience audience, int after, int limit) {
    if (limit < 1 || limit > LONGEST || after < -1) {
      throw Problem.badField(
          "bad-page",
          "limit",
          "'limit' must be 1 to 1000, and 'after' the 'next' of the page before, or -1.");
    }
    int[] ids = audience.page(after, limit);
    List<Integer> wanted = Arrays.stream(ids).boxed().toList();
    List<MemberPage.Entry> members = new ArrayList<>(members(workspace, wanted));
    if (members.size() < ids.length) {
      members.addAll(guests(workspace, wanted));
      members.sort(Comparator.comparingInt(MemberPage.Entry::id));
    }
    boolean more = ids.length == limit && audience.page(ids[ids.length - 1], 1).length > 0;
    return new MemberPage(audience.size(), members, more ? ids[ids.length - 1] : null);
  }

  private List<MemberPage.Entry> members(WorkspaceId workspace, List<Integer> ids) {
    return db.select(MemberTables.ID, MemberTables.KEY, NAME)
        .from(MemberTables.MEMBER)
        .where(MemberTables.WORKSPACE.eq(workspace.value()), MemberTables.ID.in(ids))
        .orderBy(MemberTables.ID)
        .fetch(row -> MemberPage.Entry.ofMember(row.value1(), row.value2(), row.value3()));
  }

  private List<MemberPage.Entry> guests(WorkspaceId workspace, List<Integer> ids) {
    return db.select(GuestTables.ID, GuestTables.ADDRESS)
        .from(GuestTables.GUEST)
        .where(GuestTables.WORKSPACE.eq(workspace.value()), GuestTables.ID.in(ids))
        .fetch(row -> MemberPage.Entry.ofGuest(row.value1(), row.value2()));
  }

  /**
   * The id of the member of that key.
   *
   * @throws Problem 404 if there is none
   */
  public int requireId(WorkspaceId workspace, String key) {
    return db.select(MemberTables.ID)
        .from(MemberTables.MEMBER)
        .where(MemberTables.WORKSPACE.eq(workspace.value()), MemberTables.KEY.eq(key))
        .fetchOptional(MemberTables.ID)
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-member", "There is no member '%s' in this workspace.".formatted(key)));
  }

  /**
   * The member of that key, or else one with that phone number or e-mail address.
   *
   * @throws Problem 404 if there is none
   */
  public MemberPage.Entry require(WorkspaceId workspace, String keyOrAddress) {
    String address = AddressKey.of(keyOrAddress);
    return find(workspace, MemberTables.KEY.eq(keyOrAddress))
        .or(
            () ->
                find(
                    workspace,
                    MemberTables.PHONE_KEY.eq(address).or(MemberTables.EMAIL_KEY.eq(address))))
        .orElseThrow(
            () ->
                Problem.unknown(
                    "unknown-member",
                    "There is no member with the key, phone number or e-mail address '%s'."
                        .formatted(keyOrAddress)));
  }

  private Optional<MemberPage.Entry> find(WorkspaceId workspace, Condition who) {
    return db.select(MemberTables.ID, MemberTables.KEY, NAME)
        .from(MemberTables.MEMBER)
        .where(MemberTables.WORKSPACE.eq(workspace.value()), who)
        .orderBy(MemberTables.ID)
        .limit(1)
        .fetchOptional(row -> MemberPage.Entry.ofMember(row.value1(), row.value2(), row.value3()));
  }
}
