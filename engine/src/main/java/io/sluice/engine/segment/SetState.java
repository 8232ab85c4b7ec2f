package io.sluice.engine.segment;

import io.sluice.node.Audience;
import io.sluice.node.SetWrite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who is in a kept set, and until when.
 *
 * @param permanent those who stay until they are removed
 * @param until those who leave by themselves, by the instant from which on they are out
 */
record SetState(Audience permanent, NavigableMap<Instant, Audience> until) {
  static final SetState EMPTY = new SetState(Audience.empty(), new TreeMap<>());

  /** The members at an instant not before the last change. */
  Audience at(Instant instant) {
    List<Audience> parts = new ArrayList<>(until.tailMap(instant, false).values());
    parts.add(permanent);
    return Audience.unionOf(parts);
  }

  /** When a member who is in leaves by itself; empty for never. */
  Optional<Instant> leavesAt(int member, Instant instant) {
    return until.tailMap(instant, false).entrySet().stream()
        .filter(part -> part.getValue().contains(member))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The state after one more change. */
  SetState after(SetWrite.Change change, Audience members, Instant expiresAt) {
    SetState others = change == SetWrite.Change.REPLACE ? EMPTY : minus(members);
    if (change == SetWrite.Change.REMOVE || members.isEmpty()) {
      return others;
    }
    return expiresAt == null
        ? others.plus(new SetState(members, new TreeMap<>()))
        : others.plus(new SetState(Audience.empty(), new TreeMap<>(Map.of(expiresAt, members))));
  }

  /**
   * The state after many changes, in order. They are folded into a small state of their own, so
   * that a large set is copied once and not once per change.
   */
  SetState after(List<SetChange> changes) {
    SetState untouched = this;
    SetState touched = EMPTY;
    Audience mentioned = Audience.empty();
    for (SetChange change : changes) {
      touched = touched.after(change.change(), change.members(), change.expiresAt().orElse(null));
      mentioned = mentioned.union(change.members());
      if (change.change() == SetWrite.Change.REPLACE) {
        untouched = EMPTY;
      }
    }
    return untouched.minus(mentioned).plus(touched);
  }

  /** The same without those who are out at the instant: all that is needed from then on. */
  SetState from(Instant instant) {
    return new SetState(permanent, new TreeMap<>(until.tailMap(instant, false)));
  }

  long memoryBytes() {
    return permanent.memoryBytes()
        + until.values().stream().mapToLong(part -> part.memoryBytes() + 100).sum();
  }

  private SetState minus(Audience members) {
    if (members.isEmpty()) {
      return this;
    }
    NavigableMap<Instant, Audience> left = new TreeMap<>();
    until.forEach(
        (instant, part) -> {
          Audience rest = part.minus(members);
          if (!rest.isEmpty()) {
            left.put(instant, rest);
          }
        });
    return new SetState(permanent.minus(members), left);
  }

  /** The union with a state that has nobody in common with this one. */
  private SetState plus(SetState other) {
    NavigableMap<Instant, Audience> both = new TreeMap<>(until);
    other.until.forEach((instant, part) -> both.merge(instant, part, Audience::union));
    return new SetState(permanent.union(other.permanent), both);
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, permanent);
      out.writeInt(until.size());
      for (Map.Entry<Instant, Audience> part : until.entrySet()) {
        out.writeLong(part.getKey().getEpochSecond());
        out.writeInt(part.getKey().getNano());
        write(out, part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static SetState fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Audience permanent = read(in);
      NavigableMap<Instant, Audience> until = new TreeMap<>();
      for (int parts = in.readInt(); parts > 0; parts--) {
        Instant instant = Instant.ofEpochSecond(in.readLong(), in.readInt());
        until.put(instant, read(in));
      }
      return new SetState(permanent, until);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, Audience audience) throws IOException {
    byte[] bytes = audience.toBytes();
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Audience read(DataInputStream in) throws IOException {
    return Audience.fromBytes(in.readNBytes(in.readInt()));
  }
}
