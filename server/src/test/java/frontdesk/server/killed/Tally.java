package frontdesk.server.killed;

import java.util.HashSet;
import java.util.Set;

/// What was tried, and what came of it.
///
/// @param possible messages that came twice where nothing can be done about a doubt
/// @param givenUp messages in doubt that were given up, with a record of it
record Tally(
    int kills, Set<Moment> moments, int conversations, int events, int possible, int givenUp) {
  static final Tally NOTHING = new Tally(0, Set.of(), 0, 0, 0, 0);

  Tally {
    moments = Set.copyOf(moments);
  }

  Tally plus(Tally other) {
    var both = new HashSet<>(moments);
    both.addAll(other.moments);
    return new Tally(
        kills + other.kills,
        both,
        conversations + other.conversations,
        events + other.events,
        possible + other.possible,
        givenUp + other.givenUp);
  }

  /// One line, for whoever runs the check. Lost and double are 0, or the test has failed before.
  String line(Counted counted) {
    return ("D01: %d kills at %d steps, %d conversations, %d events, %d effects (%d asked again with"
            + " their key), %d sends (%d again with their key), %d possible duplicates where a platform"
            + " has neither key nor read-back, %d given up, lost 0, double 0")
        .formatted(
            kills,
            moments.size(),
            conversations,
            events,
            counted.all("act"),
            counted.all("act again"),
            counted.all("message"),
            counted.all("message again"),
            possible,
            givenUp);
  }
}
