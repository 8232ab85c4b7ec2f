package io.sluice.engine.segment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.workspace.WorkspaceId;
import io.sluice.node.Rule;
import io.sluice.node.SetRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The segments of workspaces. A kept set that a node wrote is a static segment without more ado.
 */
@Repository
public class Segments {
  private static final Table<Record> SEGMENT = table(name("segment"));
  private static final Field<Integer> WORKSPACE =
      field(name("segment", "workspace_id"), Integer.class);
  private static final Field<String> KEY = field(name("segment", "segment_key"), String.class);
  private static final Field<String> NAME = field(name("segment", "name"), String.class);
  private static final Field<String> RULE = field(name("segment", "rule"), String.class);

  private final DSLContext db;
  private final SetLog log;

  Segments(DSLContext db, SetLog log) {
    this.db = db;
    this.log = log;
  }

  /** The segment of that key. */
  public Optional<Segment> find(WorkspaceId workspace, String key) {
    return db.select(KEY, NAME, RULE)
        .from(SEGMENT)
        .where(WORKSPACE.eq(workspace.value()), KEY.eq(key))
        .fetchOptional(Segments::segment)
        .or(
            () ->
                log.exists(workspace, SetRef.segment(key))
                    ? Optional.of(new Segment(key, key, Optional.empty()))
                    : Optional.empty());
  }

  /** All segments, by key. */
  public List<Segment> all(WorkspaceId workspace) {
    Map<String, Segment> all = new TreeMap<>();
    log.all(workspace, SetRef.Kind.SEGMENT)
        .forEach(set -> all.put(set.key(), new Segment(set.key(), set.key(), Optional.empty())));
    db.select(KEY, NAME, RULE)
        .from(SEGMENT)
        .where(WORKSPACE.eq(workspace.value()))
        .fetch(Segments::segment)
        .forEach(segment -> all.put(segment.key(), segment));
    return List.copyOf(all.values());
  }

  /** Makes a segment, or changes its name and rule. */
  @Transactional
  void put(WorkspaceId workspace, Segment segment) {
    String rule = segment.rule().map(Rule::json).orElse(null);
    db.insertInto(SEGMENT, WORKSPACE, KEY, NAME, RULE)
        .values(workspace.value(), segment.key(), segment.name(), rule)
        .onConflict(WORKSPACE, KEY)
        .doUpdate()
        .set(NAME, segment.name())
        .set(RULE, rule)
        .execute();
  }

  @Transactional
  void delete(WorkspaceId workspace, String key) {
    db.deleteFrom(SEGMENT).where(WORKSPACE.eq(workspace.value()), KEY.eq(key)).execute();
  }

  private static Segment segment(Record row) {
    return new Segment(
        row.get(KEY), row.get(NAME), Optional.ofNullable(row.get(RULE)).map(Rule::new));
  }
}
