package io.sluice.engine.delivery.sending;

import io.sluice.engine.delivery.gateway.http.GatewayDouble;
import io.sluice.engine.delivery.gateway.http.GatewayDouble.Answer;
import io.sluice.engine.delivery.gateway.http.GatewayDouble.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A provider without keys that misbehaves in another way to every few people, or to everybody. */
final class FaultyProvider implements AutoCloseable {
  private static final int FAULTS = 40;
  private static final long LATE_MILLIS = 4_000;

  private final GatewayDouble http = new GatewayDouble().answering(this::answer);
  private final Map<String, List<String>> taken = new ConcurrentHashMap<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Consumer<String> early;
  private volatile State state = State.DOWN;

  /** What it is like to everybody. */
  enum State {
    DOWN,
    FAULTY,
    SOUND
  }

  /** What it does to the person whose number ends like that. */
  enum Fault {
    BUSY_ONCE(4),
    ERROR(9),
    HANGS(14),
    CUTS(19),
    LATE(24),
    REFUSES(29),
    TELLS_EARLY(34);

    private final int number;

    Fault(int number) {
      this.number = number;
    }

    boolean meets(String address) {
      return Integer.parseInt(address.substring(address.length() - 4)) % FAULTS == number;
    }
  }

  /**
   * @param early gets the provider's own name of a message that it has not answered yet
   */
  FaultyProvider(Consumer<String> early) {
    this.early = early;
  }

  String url() {
    return http.url();
  }

  void becomes(State now) {
    state = now;
  }

  /** How often it took a message for each address. */
  Map<String, List<String>> taken() {
    return taken;
  }

  /** Our names of the messages to those whom it treats like that. */
  List<String> keysOf(Fault fault) {
    return keys.entrySet().stream()
        .filter(entry -> fault.meets(entry.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  /** Our name of a message that it treated well. */
  String keyOf(String address) {
    return keys.get(address);
  }

  private Answer answer(Request request) {
    String to = request.json().path("to").asText();
    boolean first = keys.put(to, request.json().path("ref").asText()) == null;
    return switch (state) {
      case DOWN -> {
        keys.remove(to);
        yield new Answer(503, "");
      }
      case SOUND -> take(to);
      case FAULTY -> faulty(to, first);
    };
  }

  private Answer faulty(String to, boolean first) {
    for (Fault fault : Fault.values()) {
      if (fault.meets(to)) {
        return switch (fault) {
          case BUSY_ONCE -> first ? new Answer(503, "") : take(to);
          case ERROR -> new Answer(500, "");
          case REFUSES -> new Answer(400, "");
          case HANGS -> taken(to, Answer.HANG);
          case CUTS -> taken(to, Answer.CUT);
          case LATE -> late(to);
          case TELLS_EARLY -> {
            early.accept("g-" + to);
            yield take(to);
          }
        };
      }
    }
    return take(to);
  }

  private Answer late(String to) {
    try {
      end.await(LATE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return take(to);
  }

  private Answer take(String to) {
    return taken(to, new Answer(200, "{\"id\":\"g-" + to + "\"}"));
  }

  private Answer taken(String to, Answer answer) {
    taken.computeIfAbsent(to, none -> new ArrayList<>()).add(to);
    return answer;
  }

  @Override
  public void close() {
    end.countDown();
    http.close();
  }
}
