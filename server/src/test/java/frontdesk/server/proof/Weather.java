package frontdesk.server.proof;

import frontdesk.simulation.Chance;
import frontdesk.simulation.Chaos;
import frontdesk.simulation.Chaos.Decision.Crash;
import frontdesk.simulation.Chaos.Decision.Nothing;
import frontdesk.simulation.Chaos.Decision.Pause;
import frontdesk.simulation.Node;
import java.time.Duration;
import java.util.List;

/// What befalls servers, store and wire: anything anywhere, but mostly the worst at the worst
/// moments: right after a message was accepted, between an answer's append and its response.
final class Weather implements Chaos {
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  /// What a server says that it is about to do once the answer is there.
  static final String RESPOND = "respond";

  /// What a server says once a request to a provider is on its way, and once it was answered.
  static final String CALLED = "called a provider";

  private static final int STRIKES_MAX = 15;
  private static final List<Integer> PAUSES_SECONDS = List.of(1, 3, 8, 20);

  private final Chance chance;

  /// Some runs are calm, so that what goes wrong without any crash is found too.
  private final int severity;

  /// What was done last, anywhere: a sync that follows an accept is most likely that accept's.
  private String before = "";

  private boolean over;
  private int crashes;
  private int pauses;

  Weather(Chance chance) {
    this.chance = chance;
    this.severity = chance.pick(List.of(0, 1, 1, 2, 4));
  }

  @Override
  public Decision at(Node node, String thread, String what) {
    boolean spared = isCalm() || !node.toString().startsWith("server");
    if (spared || crashes + pauses == STRIKES_MAX) return new Nothing();
    return chance.oneIn(Math.max(2, oddsAgainst(what) / severity)) ? strike() : new Nothing();
  }

  /// Whether the store dies now, with what it has not synced.
  boolean strikesStore(String what) {
    boolean accepts = before.startsWith("accept");
    before = what;
    return what.equals("sync")
        && !isCalm()
        && chance.oneIn(Math.max(2, (accepts ? 16 : 60) / severity));
  }

  /// Whether the wire loses a request, repeats it, or lets it wait.
  boolean strikesWire() {
    return !isCalm() && chance.oneIn(24 / severity);
  }

  /// Whether the wire loses an answer: what was done, and nobody was told.
  boolean losesAnswer() {
    return !isCalm() && chance.oneIn(10 / severity);
  }

  /// Whether the wire loses the answer of an act, where that is the worst.
  boolean losesOutcome() {
    return !isCalm() && chance.oneIn(Math.max(2, 6 / severity));
  }

  /// How long something is on its way.
  Duration delay() {
    boolean slow = strikesWire();
    return Duration.ofMillis(1 + chance.below(slow ? 6_000 : 20));
  }

  void clears() {
    over = true;
  }

  int crashes() {
    return crashes;
  }

  int pauses() {
    return pauses;
  }

  private boolean isCalm() {
    return over || severity == 0;
  }

  private Decision strike() {
    if (!chance.oneIn(3)) {
      crashes++;
      return new Crash(chance.oneIn(2));
    }
    pauses++;
    return new Pause(Duration.ofSeconds(chance.pick(PAUSES_SECONDS)));
  }

  /// Once in how many times it strikes before this, in the mildest weather.
  private static int oddsAgainst(String what) {
    if (what.startsWith("done accept")) return 20;
    if (what.startsWith("done append")) return 16;
    if (what.equals(RESPOND)) return 20;
    if (what.equals(CALLED)) return 30;
    if (what.equals("sync") || what.startsWith("append")) return 50;
    return 1_500;
  }
}
