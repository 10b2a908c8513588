package frontdesk.sandbox.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The chance of one reply: its ids, and where it is cut. The same seed, the same reply.
final class Chance {
  private static final String ID = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int ID_CHARS = 24;
  private static final int PIECE_CHARS = 12;
  private static final int PIECES = 1_000;

  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  String id() {
    var id = new StringBuilder(ID_CHARS);
    for (int i = 0; i < ID_CHARS; i++) id.append(ID.charAt(random.nextInt(ID.length())));
    return id.toString();
  }

  /// A text in pieces, cut between any two of its characters.
  List<String> pieces(String text) {
    int most = Math.max(PIECE_CHARS, text.length() / PIECES);
    var pieces = new ArrayList<String>();
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(text.length(), from + 1 + random.nextInt(most));
      if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) to++;
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }

  /// How many bytes go out at once.
  int bytes(int all) {
    return 1 + random.nextInt(Math.max(64, all / PIECES));
  }

  String obfuscation() {
    return id().substring(random.nextInt(ID_CHARS));
  }
}
