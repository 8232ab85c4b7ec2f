package io.sluice.engine.run;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One page that watches a run. A page that reads slowly misses what is out of date by then. */
final class RunWatcher {
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
  private final Executor senders;
  private final AtomicReference<RunView> next = new AtomicReference<>();
  private final AtomicBoolean sending = new AtomicBoolean();
  private final AtomicBoolean beating = new AtomicBoolean();
  private volatile RunView told;

  RunWatcher(Executor senders) {
    this.senders = senders;
  }

  SseEmitter emitter() {
    return emitter;
  }

  /** Does something once the page is gone, however it went. */
  void onEnd(Runnable then) {
    emitter.onCompletion(then);
    emitter.onTimeout(emitter::complete);
    emitter.onError(error -> then.run());
  }

  /** Tells how the run stands, unless the page knows. */
  void tell(RunView view) {
    if (!view.equals(told)) {
      next.set(view);
      send();
    }
  }

  void beat() {
    beating.set(true);
    send();
  }

  void end() {
    emitter.complete();
  }

  private void send() {
    if (sending.compareAndSet(false, true)) {
      try {
        senders.execute(this::drain);
      } catch (RejectedExecutionException e) {
        sending.set(false);
      }
    }
  }

  private void drain() {
    try {
      RunView view = next.getAndSet(null);
      if (view != null && !view.equals(told)) {
        told = view;
        emitter.send(SseEmitter.event().name("run").data(view));
        if (!view.state().isOpen()) {
          emitter.complete();
        }
      }
      if (beating.getAndSet(false)) {
        emitter.send(SseEmitter.event().comment("still there"));
      }
    } catch (IOException | IllegalStateException e) {
      // The page is gone; the server tells so by itself.
      next.set(null);
    } finally {
      sending.set(false);
    }
    if (next.get() != null) {
      send();
    }
  }
}
