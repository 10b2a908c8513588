package frontdesk.server.http;

import frontdesk.engine.Threads;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// A token bucket for each name. Remembers at most 100,000 names, each as a hash: whoever has been
/// quiet until the bucket is full again is forgotten without loss, and a flood of names (S12)
/// drives out the quietest first.
///
/// @see Filters#limitRate
final class RateLimit {
  static final int NAMES_MAX = 100_000;

  /// @param perSecond how fast tokens come back
  /// @param burst how many there are at most
  record Rate(double perSecond, int burst) {
    Rate {
      if (!(perSecond > 0) || burst < 1) {
        throw new IllegalArgumentException(
            "limits: requests_per_second must be above 0 and burst at least 1");
      }
    }

    long nanosFor(double tokens) {
      return (long) Math.ceil(tokens / perSecond * 1e9);
    }
  }

  private static final class Bucket {
    private double tokens;
    private long at;

    private Bucket(double tokens, long at) {
      this.tokens = tokens;
      this.at = at;
    }
  }

  private final Rate rate;
  private final Threads threads;
  // By last use, the quietest first.
  private final LinkedHashMap<Long, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

  RateLimit(Rate rate, Threads threads) {
    this.rate = rate;
    this.threads = threads;
  }

  /// Takes a token of this name.
  ///
  /// @return 0, or the nanoseconds until there is one
  synchronized long take(String name) {
    long now = threads.nanos();
    long hash = hash(name);
    Bucket bucket = buckets.get(hash);
    if (bucket == null) {
      forgetQuiet(now);
      bucket = new Bucket(rate.burst(), now);
      buckets.put(hash, bucket);
    }
    bucket.tokens =
        Math.min(rate.burst(), bucket.tokens + (now - bucket.at) / 1e9 * rate.perSecond());
    bucket.at = now;
    if (bucket.tokens < 1) return rate.nanosFor(1 - bucket.tokens);
    bucket.tokens--;
    return 0;
  }

  synchronized int names() {
    return buckets.size();
  }

  /// At most two for each new one, so that no request pays for a flood.
  private void forgetQuiet(long now) {
    long full = rate.nanosFor(rate.burst());
    Iterator<Map.Entry<Long, Bucket>> quietest = buckets.entrySet().iterator();
    for (int i = 0; i < 2 && quietest.hasNext(); i++) {
      if (now - quietest.next().getValue().at < full && buckets.size() < NAMES_MAX) return;
      quietest.remove();
    }
  }

  private static long hash(String name) {
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(all).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Each JDK has SHA-256", e);
    }
  }
}
