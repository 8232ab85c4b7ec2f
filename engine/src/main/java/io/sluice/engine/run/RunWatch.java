package io.sluice.engine.run;

import io.sluice.engine.web.Problem;
import io.sluice.engine.workspace.WorkspaceId;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells watchers of runs what changes. The database is asked once per run and look, however many
 * watch it, and not at all while nobody does.
 */
@Component
class RunWatch {
  private static final int MOST_WATCHERS = 500;

  private final RunStore runs;
  private final RunViews views;
  private final Map<Key, Watched> watched = new ConcurrentHashMap<>();
  private final ExecutorService senders = Executors.newCachedThreadPool();

  RunWatch(RunStore runs, RunViews views) {
    this.runs = runs;
    this.views = views;
  }

  private record Key(WorkspaceId workspace, long run) {
    static Key of(Run run) {
      return new Key(run.workspace(), run.id());
    }
  }

  private record Watched(List<RunWatcher> watchers) {}

  /**
   * Begins to tell of a run: first how it stands, then each change, until it is over.
   *
   * @throws Problem 503 if too many watch already
   */
  SseEmitter watch(Run run) {
    if (watched.values().stream().mapToInt(one -> one.watchers().size()).sum() >= MOST_WATCHERS) {
      throw new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "too-many-watchers",
          "%d pages watch runs already; ask for the run itself from time to time."
              .formatted(MOST_WATCHERS));
    }
    RunWatcher watcher = new RunWatcher(senders);
    watched.compute(
        Key.of(run),
        (key, before) -> {
          Watched now = before == null ? new Watched(new CopyOnWriteArrayList<>()) : before;
          now.watchers().add(watcher);
          return now;
        });
    watcher.onEnd(() -> leave(Key.of(run), watcher));
    look(Key.of(run));
    return watcher.emitter();
  }

  private void leave(Key run, RunWatcher watcher) {
    watched.computeIfPresent(
        run,
        (key, one) -> {
          one.watchers().remove(watcher);
          return one.watchers().isEmpty() ? null : one;
        });
  }

  /** Looks at all runs that somebody watches. */
  @Scheduled(fixedDelayString = "${sluice.run.watch:PT1S}")
  void look() {
    watched.keySet().forEach(this::look);
  }

  /** Keeps connections open on which nothing happens, and notices those that are gone. */
  @Scheduled(fixedDelayString = "PT15S")
  void beat() {
    watched.values().forEach(one -> one.watchers().forEach(RunWatcher::beat));
  }

  private void look(Key key) {
    Watched one = watched.get(key);
    if (one == null) {
      return;
    }
    runs.find(key.workspace(), key.run())
        .ifPresent(
            run -> {
              RunView view = views.of(run);
              one.watchers().forEach(watcher -> watcher.tell(view));
            });
  }

  /** Lets everybody go before the server waits for open requests. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    watched.values().forEach(one -> one.watchers().forEach(RunWatcher::end));
  }

  @PreDestroy
  void stop() {
    senders.shutdownNow();
  }
}
