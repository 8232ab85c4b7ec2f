package io.sluice.engine.dryrun;

import io.sluice.engine.web.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets every editor have one count at a time, that of its newest draft. A server does not see that
 * nobody waits for an answer any more, so a burst of edits would leave a queue of counts behind.
 */
@Component
class NewestCount {
  private final Map<String, Line> lines = new HashMap<>();

  /** Those of one editor who count or wait. */
  private static final class Line {
    private final AtomicLong newest = new AtomicLong();
    private final ReentrantLock turn = new ReentrantLock(true);
    private int members;
  }

  /**
   * Counts once older counts of the editor have stopped.
   *
   * @param editor what tells the editor from others; nobody waits where it is null
   * @param count calls what it is given between its steps
   * @throws Problem 409 as soon as the editor asks for a newer count
   */
  <T> T count(String editor, Function<Runnable, T> count) {
    if (editor == null) {
      return count.apply(() -> {});
    }
    Line line = join(editor);
    try {
      long mine = line.newest.incrementAndGet();
      Runnable goOn = () -> goOn(line, mine);
      line.turn.lock();
      try {
        goOn.run();
        return count.apply(goOn);
      } finally {
        line.turn.unlock();
      }
    } finally {
      leave(editor, line);
    }
  }

  private static void goOn(Line line, long mine) {
    if (line.newest.get() != mine) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "newer-count",
          "The same editor has asked for a newer count; take the answer to that one.");
    }
  }

  private synchronized Line join(String editor) {
    Line line = lines.computeIfAbsent(editor, key -> new Line());
    line.members++;
    return line;
  }

  private synchronized void leave(String editor, Line line) {
    line.members--;
    if (line.members == 0) {
      lines.remove(editor);
    }
  }
}
