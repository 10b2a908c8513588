package frontdesk.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Random choices that a seed decides. Each name has a stream of its own, so that one more draw on
/// the wire does not change what the scheduler draws.
public final class Chance {
  private final long seed;
  private final RandomGenerator random;
  private final Map<String, Chance> named = new HashMap<>();

  public Chance(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  /// The stream of this name: the same one each time.
  public Chance named(String name) {
    return named.computeIfAbsent(name, n -> new Chance(mixed(seed, n)));
  }

  /// True once in `n` draws.
  public boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /// From 0 up to and without `n`.
  public int below(int n) {
    return random.nextInt(n);
  }

  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /// FNV-1a over the name, from the seed on: the same on each JVM, unlike an identity hash.
  private static long mixed(long seed, String name) {
    long hash = seed ^ 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    return hash;
  }
}
