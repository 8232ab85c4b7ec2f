package io.sluice.engine.segment.leaf;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;

import io.sluice.engine.member.Attribute;
import io.sluice.engine.member.AttributeTable;
import io.sluice.engine.segment.rule.ValueTest;
import io.sluice.engine.workspace.WorkspaceId;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;

/** Queries on custom attributes. */
final class SqlAttributes {
  private SqlAttributes() {}

  static Select<Record1<Integer>> query(WorkspaceId workspace, Leaf.Custom leaf) {
    AttributeTable values = AttributeTable.of(leaf.attribute().type());
    if (leaf.test() instanceof ValueTest.AllOf allOf) {
      Condition any = SqlTests.passes(values.content(), new ValueTest.OneOf(allOf.values()));
      return values(workspace, leaf.attribute(), any)
          .groupBy(values.member())
          .having(count().eq(allOf.values().size()));
    }
    return values(workspace, leaf.attribute(), SqlTests.passes(values.content(), leaf.test()));
  }

  /** The members of the attribute's values that meet a condition. */
  static SelectConditionStep<Record1<Integer>> values(
      WorkspaceId workspace, Attribute attribute, Condition condition) {
    AttributeTable values = AttributeTable.of(attribute.type());
    return select(values.member())
        .from(values.table())
        .where(
            values.workspace().eq(workspace.value()),
            values.attribute().eq(attribute.id()),
            condition);
  }
}
