package io.sluice.engine.storage;

import org.jooq.SQLDialect;

/** The databases Sluice runs on. */
public enum DatabaseKind {
  H2(SQLDialect.H2, "blob"),
  POSTGRES(SQLDialect.POSTGRES, "bytea");

  private final SQLDialect dialect;
  private final String bytesType;

  DatabaseKind(SQLDialect dialect, String bytesType) {
    this.dialect = dialect;
    this.bytesType = bytesType;
  }

  /** The kind that a JDBC address names. */
  public static DatabaseKind ofUrl(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRES;
    }
    throw new IllegalArgumentException(
        "Sluice runs on H2 and PostgreSQL; spring.datasource.url is neither: " + url);
  }

  /** The dialect in which jOOQ speaks to it. */
  public SQLDialect dialect() {
    return dialect;
  }

  /** The column type for long byte strings. */
  public String bytesType() {
    return bytesType;
  }
}
