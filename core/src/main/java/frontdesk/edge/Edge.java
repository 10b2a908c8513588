package frontdesk.edge;

import frontdesk.engine.Threads;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Everything real that the rest is given from outside: threads, wall clock, ids, chance. The
/// simulation passes its own.
///
/// @param newId a new UUID in lower case that nobody can guess
/// @param random unpredictable
public record Edge(
    Threads threads, InstantSource clock, Supplier<String> newId, RandomGenerator random) {

  public static Edge real() {
    return new Edge(
        new RealThreads(),
        InstantSource.system(),
        () -> UUID.randomUUID().toString(), // drawn from a SecureRandom
        new SecureRandom());
  }
}
