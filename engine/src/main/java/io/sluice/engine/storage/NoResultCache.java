package io.sluice.engine.storage;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Turns off H2's cache of query results, whatever its address says: in H2 2.3.232 a statement that
 * is repeated while another transaction commits can be given its former result, and what is written
 * after it, such as the sum of a budget, is then wrong (h2database issues 3894 and 4208).
 */
@Component
class NoResultCache {
  NoResultCache(DSLContext db, DatabaseKind kind) {
    if (kind == DatabaseKind.H2) {
      db.execute("set optimize_reuse_results 0");
    }
  }
}
