package io.sluice.samples.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.sluice.engine.SluiceServer;
import io.sluice.engine.segment.PopulationReader;
import io.sluice.engine.workspace.Workspace;
import io.sluice.engine.workspace.Workspaces;
import io.sluice.node.Audience;
import io.sluice.node.Rule;
import io.sluice.samples.data.DemoData;
import io.sluice.samples.data.DemoPeople;
import io.sluice.samples.database.EmbeddedDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A server on PostgreSQL with workspaces of demo people, one per size. */
final class Bench implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final Map<String, String> SETTINGS =
      Map.of(
          "max_connections",
          "120",
          "shared_buffers",
          "2GB",
          "work_mem",
          "64MB",
          "max_wal_size",
          "8GB");

  private final ConfigurableApplicationContext server;

  private Bench(ConfigurableApplicationContext server) {
    this.server = server;
  }

  static Bench start() {
    EmbeddedDatabase database = EmbeddedDatabase.postgres(SETTINGS);
    String[] arguments =
        Stream.concat(
                database.properties().entrySet().stream()
                    .map(property -> "--" + property.getKey() + "=" + property.getValue()),
                Stream.of(
                    "--server.port=0",
                    "--sluice.access.login=none",
                    "--logging.level.root=warn",
                    "--sluice.cache.leaves=1GB",
                    "--sluice.outbound.allowed=127.0.0.1"))
            .toArray(String[]::new);
    return new Bench(
        new SpringApplicationBuilder(SluiceServer.class, DemoData.class).run(arguments));
  }

  /** A new database on the same PostgreSQL, with a pool as large as the server's. */
  HikariDataSource newDatabase(String name) {
    get(DSLContext.class).execute("create database {0}", DSL.name(name));
    HikariDataSource own = get(HikariDataSource.class);
    HikariDataSource other = new HikariDataSource();
    other.setJdbcUrl(own.getJdbcUrl().replaceAll("/postgres(\\?|$)", "/" + name + "$1"));
    other.setUsername(own.getUsername());
    other.setPassword(own.getPassword());
    other.setMaximumPoolSize(own.getMaximumPoolSize());
    return other;
  }

  <T> T get(Class<T> type) {
    return server.getBean(type);
  }

  String setting(String name) {
    return get(DSLContext.class)
        .fetchSingle("select current_setting(?)", name)
        .get(0, String.class);
  }

  /** The workspace with so many people; made where it is not there. */
  Workspace workspace(int people) {
    String key = "people-" + people;
    Workspaces workspaces = get(Workspaces.class);
    if (workspaces.find(key).isEmpty()) {
      System.out.printf("  making %,d people%n", people);
      get(DemoData.class)
          .load(key, key, ZoneOffset.UTC, new DemoPeople(people, DemoPeople.SEED, NOW));
      get(DSLContext.class).execute("vacuum analyze");
    }
    return workspaces.find(key).orElseThrow();
  }

  /** How many people the workspace was made with. */
  int members(Workspace workspace) {
    return get(Workspaces.class).size(workspace.id()).members();
  }

  /** The rows a second that COPY puts into a table with the same columns and indexes. */
  double copyRate(String rows, String like, int count) {
    try (java.sql.Connection connection = get(HikariDataSource.class).getConnection();
        java.sql.Statement statement = connection.createStatement()) {
      org.postgresql.copy.CopyManager copy =
          connection.unwrap(org.postgresql.PGConnection.class).getCopyAPI();
      java.io.ByteArrayOutputStream text = new java.io.ByteArrayOutputStream(count * 100);
      copy.copyOut("copy (" + rows + ") to stdout", text);
      statement.execute("create table bare_copy (like " + like + " including all)");
      try {
        byte[] bytes = text.toByteArray();
        long start = System.nanoTime();
        copy.copyIn("copy bare_copy from stdin", new java.io.ByteArrayInputStream(bytes));
        return count / ((System.nanoTime() - start) / 1e9);
      } finally {
        statement.execute("drop table bare_copy");
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Makes an HTTP gateway the default of a workspace's SMS. */
  void gateway(Workspace workspace, String url, int calls) {
    String settings =
        """
        {"kind":"http","channel":"sms","default":true,"settings":{"url":"%s",
         "body":{"to":"{{ address }}","text":"{{ content.text }}"},
         "idempotencyHeader":"Idempotency-Key","concurrency":%d}}
        """
            .formatted(url, calls);
    put(workspace, "gateways/local", settings);
  }

  /** PUT over HTTP, as anybody would. */
  void put(Workspace workspace, String path, String json) {
    call(workspace, path, "PUT", java.net.http.HttpRequest.BodyPublishers.ofString(json));
  }

  /** GET over HTTP. */
  String get(Workspace workspace, String path) {
    return call(workspace, path, "GET", java.net.http.HttpRequest.BodyPublishers.noBody());
  }

  private String call(
      Workspace workspace,
      String path,
      String method,
      java.net.http.HttpRequest.BodyPublisher body) {
    String address =
        "http://127.0.0.1:%s/api/workspaces/%s/%s"
            .formatted(
                server.getEnvironment().getProperty("local.server.port"), workspace.key(), path);
    try {
      java.net.http.HttpResponse<String> answer =
          java.net.http.HttpClient.newHttpClient()
              .send(
                  java.net.http.HttpRequest.newBuilder(java.net.URI.create(address))
                      .header("Content-Type", "application/json")
                      .method(method, body)
                      .build(),
                  java.net.http.HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.body());
      }
      return answer.body();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number that a question is answered with by plain SQL. */
  long count(Workspace workspace, Question question) {
    Object[] values =
        Stream.concat(
                Stream.of((Object) workspace.id().value()),
                question.binds().stream()
                    .map(bind -> bind instanceof Instant instant ? instant.toString() : bind))
            .toArray();
    return get(DSLContext.class).fetchSingle(question.sql(), values).get(0, Long.class);
  }

  /** A comparison is worth nothing unless both sides find the same people. */
  void requireSameAnswers(Workspace workspace, List<Question> questions) {
    for (Question question : questions) {
      int ours = matching(workspace, question).size();
      long theirs = count(workspace, question);
      if (ours != theirs) {
        throw new IllegalStateException(
            "%s: %d by the rule and %d by SQL".formatted(question.name(), ours, theirs));
      }
    }
  }

  Audience matching(Workspace workspace, Question question) {
    PopulationReader population = get(PopulationReader.class);
    return population.read(
        workspace.id(),
        population.pin(workspace.id(), NOW),
        List.of(),
        people -> people.matching(new Rule(question.rule())));
  }

  @Override
  public void close() {
    server.close();
  }
}
