package io.sluice.engine.storage;

import org.jooq.SQLDialect;

/** The databases Sluice runs on. */
public enum DatabaseKind {
  H2(SQLDialect.H2, "blob", "", ""),
  POSTGRES(SQLDialect.POSTGRES, "bytea", "stored", "collate \"C\"");

  private final SQLDialect dialect;
  private final String bytesType;
  private final String stored;
  private final String letters;

  DatabaseKind(SQLDialect dialect, String bytesType, String stored, String letters) {
    this.dialect = dialect;
    this.bytesType = bytesType;
    this.stored = stored;
    this.letters = letters;
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

  /** What has to be said of a computed column for its values to be kept. */
  String stored() {
    return stored;
  }

  /** What has to be said of a text column that is sorted letter by letter. */
  String letters() {
    return letters;
  }
}
