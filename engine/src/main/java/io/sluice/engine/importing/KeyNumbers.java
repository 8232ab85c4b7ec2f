package io.sluice.engine.importing;

import io.sluice.node.XxHash64;

/**
 * Remembers a number from 1 up for each key of a file, in some 24 bytes a key whatever its length.
 * Keys are told apart by a hash of 64 bits: of ten million, two are taken for the same with a
 * probability of about three in a million.
 */
public final class KeyNumbers {
  private static final int ABSENT = 0;

  private long[] hashes = new long[1024];
  private int[] numbers = new int[1024];
  private int size;

  /** Gives the key a number unless it has one, and returns the one it had; 0 if it is new. */
  public int putIfAbsent(String key, int number) {
    int slot = slotOf(key);
    int before = numbers[slot];
    if (before == ABSENT) {
      numbers[slot] = number;
    }
    return before;
  }

  /** Counts the key once more, and returns how often it was counted. */
  public int count(String key) {
    int slot = slotOf(key);
    return ++numbers[slot];
  }

  private int slotOf(String key) {
    if (size * 2 >= hashes.length) {
      grow();
    }
    long hash = XxHash64.of(0, key);
    int slot = slot(hashes, numbers, hash);
    if (numbers[slot] == ABSENT) {
      hashes[slot] = hash;
      size++;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldNumbers = numbers;
    hashes = new long[oldHashes.length * 2];
    numbers = new int[oldNumbers.length * 2];
    for (int i = 0; i < oldNumbers.length; i++) {
      if (oldNumbers[i] != ABSENT) {
        int slot = slot(hashes, numbers, oldHashes[i]);
        hashes[slot] = oldHashes[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }

  private static int slot(long[] hashes, int[] numbers, long hash) {
    int slot = (int) (hash & (hashes.length - 1));
    while (numbers[slot] != ABSENT && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }
}
