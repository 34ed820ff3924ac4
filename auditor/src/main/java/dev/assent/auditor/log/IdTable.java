package dev.assent.auditor.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ids with a number each, in little room: 20 bytes a place, and between 34 and 67 bytes an id,
 * because at most three of five places are taken. An id is kept as 128 bits of its SHA-256: nobody
 * finds two that are taken for one.
 */
public final class IdTable {

  /** The number of an id that is not in the table; no id in it has this one. */
  public static final int NONE = 0;

  private static final int FIRST_SIZE = 1 << 10;

  private final MessageDigest digest = sha256();
  private long[] halves = new long[2 * FIRST_SIZE];
  private int[] numbers = new int[FIRST_SIZE];
  private int size;

  /** Keeps a number, in place of any that the id had. */
  public void put(String id, int number) {
    if (number == NONE) {
      throw new IllegalArgumentException("this number stands for ids that are not there");
    }
    ByteBuffer hash = hash(id);
    put(hash.getLong(0), hash.getLong(8), number);
    if (size > numbers.length / 5 * 3) {
      grow();
    }
  }

  public int get(String id) {
    ByteBuffer hash = hash(id);
    return numbers[place(hash.getLong(0), hash.getLong(8))];
  }

  public boolean contains(String id) {
    return get(id) != NONE;
  }

  public int size() {
    return size;
  }

  private void put(long first, long second, int number) {
    int place = place(first, second);
    if (numbers[place] == NONE) {
      size++;
      halves[2 * place] = first;
      halves[2 * place + 1] = second;
    }
    numbers[place] = number;
  }

  /** Where the id is, or would be. */
  private int place(long first, long second) {
    int mask = numbers.length - 1;
    int place = (int) first & mask;
    while (numbers[place] != NONE
        && (halves[2 * place] != first || halves[2 * place + 1] != second)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] oldHalves = halves;
    int[] oldNumbers = numbers;
    halves = new long[oldHalves.length * 2];
    numbers = new int[oldNumbers.length * 2];
    size = 0;
    for (int i = 0; i < oldNumbers.length; i++) {
      if (oldNumbers[i] != NONE) {
        put(oldHalves[2 * i], oldHalves[2 * i + 1], oldNumbers[i]);
      }
    }
  }

  private ByteBuffer hash(String id) {
    return ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
