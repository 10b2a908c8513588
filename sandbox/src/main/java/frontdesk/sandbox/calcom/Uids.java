package frontdesk.sandbox.calcom;

import java.util.random.RandomGenerator;

/// Names of bookings and reservations, as long and odd as the provider's.
final class Uids {
  private static final String LETTERS =
      "123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int CHARS = 22;

  private final RandomGenerator random;

  Uids(RandomGenerator random) {
    this.random = random;
  }

  String next() {
    var uid = new StringBuilder(CHARS);
    for (int i = 0; i < CHARS; i++) uid.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    return uid.toString();
  }
}
