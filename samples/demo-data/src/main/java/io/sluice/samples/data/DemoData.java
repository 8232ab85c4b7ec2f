package io.sluice.samples.data;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.member.Attributes;
import io.sluice.engine.segment.SetLog;
import io.sluice.engine.storage.DatabaseKind;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills a workspace with demo people: all of them or, if it fails on the way, none. */
@Component
public class DemoData {
  /** The most people that the generator has keys for. */
  public static final int MOST_PEOPLE = 10_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

  /** From here on it pays to build the indexes afterwards. */
  private static final int MANY = 100_000;

  private final DSLContext db;
  private final DatabaseKind kind;
  private final Workspaces workspaces;
  private final Attributes attributes;
  private final SetLog sets;

  DemoData(
      DSLContext db, DatabaseKind kind, Workspaces workspaces, Attributes attributes, SetLog sets) {
    this.db = db;
    this.kind = kind;
    this.workspaces = workspaces;
    this.attributes = attributes;
    this.sets = sets;
  }

  /**
   * Makes the workspace with these people in it. A workspace of that key is left as it is.
   *
   * @return the workspace, if it was made
   */
  @Transactional
  public Optional<Workspace> load(String key, String name, ZoneId zone, DemoPeople people) {
    if (workspaces.find(key).isPresent()) {
      return Optional.empty();
    }
    long start = System.nanoTime();
    Workspace workspace = workspaces.create(key, name, zone);
    load(workspace, people);
    LOG.info(
        "Workspace '{}' has {} demo people after {} s",
        key,
        people.count(),
        (System.nanoTime() - start) / 1_000_000_000);
    return Optional.of(workspace);
  }

  private void load(Workspace workspace, DemoPeople people) {
    MemberRows members = new MemberRows(people, workspace.id().value());
    OrderRows orders = new OrderRows(people, workspace.id().value());
    List<BulkTable> tables = new ArrayList<>();
    tables.add(members.members());
    tables.add(members.consents());
    tables.add(orders.orders());
    tables.add(orders.lines());
    tables.addAll(TraitRows.define(people, workspace.id(), attributes).tables());
    if (kind == DatabaseKind.POSTGRES && people.count() >= MANY) {
      List<String> names = tables.stream().map(BulkTable::name).toList();
      new DeferredIndexes(db).loadWithout(names, () -> load(tables, new CopyLoad(db)));
    } else {
      load(tables, kind == DatabaseKind.POSTGRES ? new CopyLoad(db) : new BatchLoad(db));
    }
    new DemoSets(people, workspace.id(), sets).write();
    takeIds(workspace, people.count(), orders.count());
    workspaces.dataChanged(workspace.id());
  }

  private static void load(List<BulkTable> tables, BulkLoad load) {
    for (BulkTable table : tables) {
      long start = System.nanoTime();
      load.load(table);
      LOG.info("{} loaded in {} ms", table.name(), (System.nanoTime() - start) / 1_000_000);
    }
  }

  private void takeIds(Workspace workspace, int members, long orders) {
    workspaces.takeMemberIds(workspace.id(), members);
    db.update(table(name("workspace")))
        .set(field(name("next_order_id"), Long.class), orders)
        .where(field(name("id"), Integer.class).eq(workspace.id().value()))
        .execute();
  }
}
