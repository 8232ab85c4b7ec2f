package io.sluice.samples.data;

/**
 * When somebody came and bought, in whole days before the reference instant.
 *
 * @param worth from 0 to 99: who buys more and ranks higher
 * @param registered days since registration, at least 1 and more than since the first order
 * @param orders days since each paid order, the latest first
 */
record Activity(int worth, int registered, int[] orders) {
  /** In a hundred people: never ordered 12, then the stages of the last order from active on. */
  private static final int NEVER = 12;

  private static final int[] SHARES = {30, 17, 12, 10, 12, 7};
  private static final int[] FIRST_DAYS = {0, 91, 181, 271, 366, 731};
  private static final int LONGEST = 1_600;

  static Activity draw(Dice dice) {
    int worth = dice.below(100);
    int stage = dice.below(100);
    if (stage < NEVER) {
      boolean joinedLately = dice.percent(35);
      return new Activity(
          worth, joinedLately ? dice.between(1, 27) : dice.between(28, 900), new int[0]);
    }
    int[] orders = new int[1 + dice.below(1 + worth / 12)];
    orders[0] = lastOrder(stage - NEVER, dice);
    for (int i = 1; i < orders.length; i++) {
      // Some come back after a long silence.
      orders[i] = orders[i - 1] + (dice.percent(80) ? dice.between(2, 75) : dice.between(90, 200));
    }
    int first = orders[orders.length - 1];
    return new Activity(worth, first + dice.between(1, dice.percent(50) ? 7 : 200), orders);
  }

  private static int lastOrder(int share, Dice dice) {
    int stage = 0;
    int rest = share;
    while (rest >= SHARES[stage]) {
      rest -= SHARES[stage++];
    }
    int end = stage + 1 < FIRST_DAYS.length ? FIRST_DAYS[stage + 1] - 1 : LONGEST;
    return dice.between(FIRST_DAYS[stage], end);
  }

  int level() {
    if (worth >= 97) {
      return 5;
    }
    if (worth >= 90) {
      return 4;
    }
    if (worth >= 75) {
      return 3;
    }
    return worth >= 45 ? 2 : 1;
  }
}
