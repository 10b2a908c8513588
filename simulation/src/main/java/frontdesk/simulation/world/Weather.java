package frontdesk.simulation.world;

import frontdesk.simulation.Chance;
import frontdesk.simulation.Chaos;
import frontdesk.simulation.Chaos.Decision.Crash;
import frontdesk.simulation.Chaos.Decision.Nothing;
import frontdesk.simulation.Chaos.Decision.Pause;
import frontdesk.simulation.Node;
import java.time.Duration;
import java.util.List;

/// What befalls the servers: anything anywhere, but mostly the worst at the worst moments. Chance
/// alone would hardly ever strike between an intent and its outcome.
final class Weather implements Chaos {
  private static final int STRIKES_MAX = 25;

  /// Longer than an act's allowance and time limit together, and shorter.
  private static final List<Integer> PAUSES_SECONDS = List.of(1, 6, 8, 20, 60);

  private final Chance chance;

  /// Some runs are calm, so that what goes wrong without any crash is found too.
  private final int severity;

  private boolean over;
  private int crashes;
  private int pauses;

  Weather(Chance chance) {
    this.chance = chance;
    this.severity = chance.pick(List.of(0, 1, 1, 2, 4));
  }

  @Override
  public Decision at(Node node, String what) {
    boolean spared = over || severity == 0 || !node.toString().startsWith("server");
    if (spared || crashes + pauses == STRIKES_MAX) return new Nothing();
    return chance.oneIn(Math.max(2, oddsAgainst(what) / severity)) ? strike() : new Nothing();
  }

  /// Whether the store dies now, with what it has not synced.
  boolean strikesStore(String what) {
    boolean may = !over && severity > 0 && what.equals("sync");
    return may && chance.oneIn(80 / severity);
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

  private Decision strike() {
    if (chance.oneIn(2)) {
      crashes++;
      return new Crash(chance.oneIn(2));
    }
    pauses++;
    return new Pause(Duration.ofSeconds(chance.pick(PAUSES_SECONDS)));
  }

  /// Once in how many times it strikes before this, in the mildest weather.
  private static int oddsAgainst(String what) {
    if (what.startsWith("done append")) return what.contains("Intended") ? 6 : 40;
    if (what.startsWith("append")) return what.contains("Returned") ? 12 : 40;
    if (what.equals("sync")) return 60;
    return 500;
  }
}
