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
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a workspace with demo people: all of them or, if it fails on the way, none. Only where many
 * go into H2, which keeps an undo record of every row of a transaction, do they go in parts; until
 * all are there the workspace then has another key.
 */
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
  private final TransactionTemplate transaction;

  DemoData(
      DSLContext db,
      DatabaseKind kind,
      Workspaces workspaces,
      Attributes attributes,
      SetLog sets,
      TransactionTemplate transaction) {
    this.db = db;
    this.kind = kind;
    this.workspaces = workspaces;
    this.attributes = attributes;
    this.sets = sets;
    this.transaction = transaction;
  }

  /**
   * Makes the workspace with these people in it. A workspace of that key is left as it is.
   *
   * @return the workspace, if it was made
   */
  public Optional<Workspace> load(String key, String name, ZoneId zone, DemoPeople people) {
    if (workspaces.find(key).isPresent()) {
      return Optional.empty();
    }
    long start = System.nanoTime();
    if (kind == DatabaseKind.H2 && people.count() >= MANY) {
      loadInParts(key, name, zone, people);
    } else {
      transaction.executeWithoutResult(status -> loadAtOnce(key, name, zone, people));
    }
    LOG.info(
        "Workspace '{}' has {} demo people after {} s",
        key,
        people.count(),
        (System.nanoTime() - start) / 1_000_000_000);
    return workspaces.find(key);
  }

  private void loadAtOnce(String key, String name, ZoneId zone, DemoPeople people) {
    Workspace workspace = workspaces.create(key, name, zone);
    List<BulkTable> tables = tables(workspace, people);
    if (kind == DatabaseKind.POSTGRES && people.count() >= MANY) {
      new DeferredIndexes(db).loadWithout(names(tables), () -> load(tables, new CopyLoad(db)));
    } else {
      load(
          tables,
          kind == DatabaseKind.POSTGRES ? new CopyLoad(db) : new BatchLoad(db, Runnable::run));
    }
    finish(workspace, people);
  }

  void loadInParts(String key, String name, ZoneId zone, DemoPeople people) {
    String unfinished = key + "-unfinished";
    if (workspaces.find(unfinished).isPresent()) {
      throw new IllegalStateException(
          "The server was stopped before all demo people were there. Remove its database (the"
              + " folder data, unless you named another place), and start again.");
    }
    Workspace workspace = workspaces.create(unfinished, name, zone);
    List<BulkTable> tables = tables(workspace, people);
    BatchLoad load =
        new BatchLoad(db, batch -> transaction.executeWithoutResult(status -> batch.run()));
    new DeferredIndexesOfH2(db).loadWithout(names(tables), () -> load(tables, load));
    transaction.executeWithoutResult(
        status -> {
          finish(workspace, people);
          update(workspace, "workspace_key", key);
        });
  }

  private List<BulkTable> tables(Workspace workspace, DemoPeople people) {
    MemberRows members = new MemberRows(people, workspace.id().value());
    OrderRows orders = new OrderRows(people, workspace.id().value());
    List<BulkTable> tables = new ArrayList<>();
    tables.add(members.members());
    tables.add(members.consents());
    tables.add(orders.orders());
    tables.add(orders.lines());
    tables.addAll(TraitRows.define(people, workspace.id(), attributes).tables());
    return tables;
  }

  private static List<String> names(List<BulkTable> tables) {
    return tables.stream().map(BulkTable::name).toList();
  }

  private static void load(List<BulkTable> tables, BulkLoad load) {
    for (BulkTable table : tables) {
      long start = System.nanoTime();
      load.load(table);
      LOG.info("{} loaded in {} ms", table.name(), (System.nanoTime() - start) / 1_000_000);
    }
  }

  /** What stands on top of the rows: tags and segments, and the next free ids. */
  private void finish(Workspace workspace, DemoPeople people) {
    new DemoSets(people, workspace.id(), sets).write();
    workspaces.takeMemberIds(workspace.id(), people.count());
    update(workspace, "next_order_id", new OrderRows(people, workspace.id().value()).count());
    workspaces.dataChanged(workspace.id());
  }

  private void update(Workspace workspace, String column, Object value) {
    db.update(table(name("workspace")))
        .set(field(name(column), Object.class), value)
        .where(field(name("id"), Integer.class).eq(workspace.id().value()))
        .execute();
  }
}
