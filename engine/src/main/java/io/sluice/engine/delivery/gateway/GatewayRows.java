package io.sluice.engine.delivery.gateway;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.sluice.engine.workspace.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;

/** The configured gateways in the database. */
@Repository
class GatewayRows {
  private static final Table<Record> GATEWAY = table(name("gateway"));
  private static final Field<Integer> WORKSPACE =
      field(name("gateway", "workspace_id"), Integer.class);
  private static final Field<String> KEY = field(name("gateway", "gateway_key"), String.class);
  private static final Field<String> KIND = field(name("gateway", "kind"), String.class);
  private static final Field<String> CHANNEL = field(name("gateway", "channel"), String.class);
  private static final Field<Boolean> IS_DEFAULT =
      field(name("gateway", "is_default"), Boolean.class);
  private static final Field<String> PARTS = field(name("gateway", "parts"), String.class);
  private static final Field<String> SETTINGS = field(name("gateway", "settings"), String.class);
  private static final List<Field<?>> ALL =
      List.of(WORKSPACE, KEY, KIND, CHANNEL, IS_DEFAULT, PARTS, SETTINGS);

  private final DSLContext db;

  GatewayRows(DSLContext db) {
    this.db = db;
  }

  Optional<GatewayConfig> find(WorkspaceId workspace, String key) {
    return db.select(ALL)
        .from(GATEWAY)
        .where(WORKSPACE.eq(workspace.value()), KEY.eq(key))
        .fetchOptional(GatewayRows::config);
  }

  Optional<GatewayConfig> defaultOf(WorkspaceId workspace, String channel) {
    return db.select(ALL)
        .from(GATEWAY)
        .where(WORKSPACE.eq(workspace.value()), CHANNEL.eq(channel), IS_DEFAULT.isTrue())
        .fetchOptional(GatewayRows::config);
  }

  List<GatewayConfig> all(WorkspaceId workspace) {
    return db.select(ALL)
        .from(GATEWAY)
        .where(WORKSPACE.eq(workspace.value()))
        .orderBy(KEY)
        .fetch(GatewayRows::config);
  }

  void put(GatewayConfig config) {
    if (config.isDefault()) {
      db.update(GATEWAY)
          .set(IS_DEFAULT, false)
          .where(WORKSPACE.eq(config.workspace().value()), CHANNEL.eq(config.channel()))
          .execute();
    }
    int changed =
        db.update(GATEWAY)
            .set(KIND, config.kind())
            .set(CHANNEL, config.channel())
            .set(IS_DEFAULT, config.isDefault())
            .set(PARTS, config.parts())
            .set(SETTINGS, config.settings())
            .where(WORKSPACE.eq(config.workspace().value()), KEY.eq(config.key()))
            .execute();
    if (changed == 0) {
      insert(config);
    }
  }

  private void insert(GatewayConfig config) {
    db.insertInto(GATEWAY)
        .columns(ALL)
        .values(
            config.workspace().value(),
            config.key(),
            config.kind(),
            config.channel(),
            config.isDefault(),
            config.parts(),
            config.settings())
        .execute();
  }

  boolean delete(WorkspaceId workspace, String key) {
    return db.deleteFrom(GATEWAY).where(WORKSPACE.eq(workspace.value()), KEY.eq(key)).execute() > 0;
  }

  private static GatewayConfig config(Record row) {
    return new GatewayConfig(
        new WorkspaceId(row.get(WORKSPACE)),
        row.get(KEY),
        row.get(KIND),
        row.get(CHANNEL),
        row.get(IS_DEFAULT),
        row.get(PARTS),
        row.get(SETTINGS));
  }
}
