package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.simulation.Chance;
import frontdesk.simulation.world.Blow.Crash;
import frontdesk.simulation.world.Blow.Jump;
import frontdesk.simulation.world.Blow.Move;
import frontdesk.simulation.world.Blow.Pause;
import frontdesk.simulation.world.Blow.Stop;
import frontdesk.simulation.world.Blow.StoreDeath;
import frontdesk.simulation.world.Blow.StoreJump;
import frontdesk.simulation.world.Blow.TakeOver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws what befalls the servers: anything anywhere, but mostly the worst at the worst moments.
/// Chance alone would hardly ever strike between an intent and its outcome, or let ownership move
/// while a server stands still just there.
final class Storm {
  private static final int STRIKES_MAX = 30;
  private static final int UNREST_MAX = 25;

  /// Longer than an act's allowance and time limit together, and shorter.
  private static final List<Integer> PAUSES_SECONDS = List.of(1, 6, 8, 20, 60);

  private static final List<Duration> JUMPS =
      List.of(
          Duration.ofSeconds(20),
          Duration.ofMinutes(4),
          Duration.ofMinutes(50),
          Duration.ofHours(24));

  private static final List<String> WRITES = List.of("append", "claim", "settle");

  private final Chance chance;
  private final List<ConversationId> conversations;

  /// Some runs are calm, so that what goes wrong without any crash is found too.
  private final int severity;

  /// How often ownership moves, clocks jump, customers stop what is running, people take over.
  private final int unrest;

  private final Map<String, String> writing = new HashMap<>();
  private int strikes;
  private int stirred;

  Storm(Chance chance, List<ConversationId> conversations) {
    this.chance = chance;
    this.conversations = conversations;
    this.severity = chance.pick(List.of(0, 1, 1, 2, 4));
    this.unrest = chance.pick(List.of(0, 1, 1, 3));
  }

  /// What happens as a thread of a server is about to do this.
  List<Blow> blows(String thread, String what) {
    if (WRITES.stream().anyMatch(what::startsWith)) writing.put(thread, what);
    var blows = new ArrayList<Blow>();
    if (unrest > 0 && stirred < UNREST_MAX) stir(what, blows);
    if (severity == 0) return blows;
    if (what.equals("sync") && chance.oneIn(80 / severity)) blows.add(new StoreDeath());
    String at = what.equals("sync") ? "sync " + writing.getOrDefault(thread, "") : what;
    boolean hits = strikes < STRIKES_MAX && chance.oneIn(Math.max(2, oddsAgainst(at) / severity));
    if (hits) strike(at, blows);
    return blows;
  }

  private void stir(String what, List<Blow> blows) {
    if (chance.oneIn(150 / unrest)) {
      stirred++;
      blows.add(new Move(concernedOrAny(what)));
    }
    if (chance.oneIn(300 / unrest)) {
      stirred++;
      blows.add(new Stop(concernedOrAny(what)));
    }
    if (chance.oneIn(600 / unrest)) {
      stirred++;
      blows.add(new TakeOver(concernedOrAny(what)));
    }
    if (chance.oneIn(400 / unrest)) {
      stirred++;
      blows.add(chance.oneIn(3) ? new StoreJump(jump()) : new Jump(jump()));
    }
  }

  private void strike(String at, List<Blow> blows) {
    strikes++;
    if (chance.oneIn(afterIntent(at) ? 5 : 2)) {
      blows.add(new Crash(chance.oneIn(2)));
      return;
    }
    blows.add(new Pause(Duration.ofSeconds(chance.pick(PAUSES_SECONDS))));
    // While it stands still, another takes over.
    concerned(at)
        .filter(_ -> !chance.oneIn(afterIntent(at) ? 20 : 4))
        .ifPresent(id -> blows.add(new Move(id)));
    concerned(at).filter(_ -> chance.oneIn(8)).ifPresent(id -> blows.add(new TakeOver(id)));
  }

  private Duration jump() {
    Duration by = chance.pick(JUMPS);
    return chance.oneIn(2) ? by : by.negated();
  }

  private ConversationId concernedOrAny(String what) {
    return concerned(what).orElseGet(() -> chance.pick(conversations));
  }

  private Optional<ConversationId> concerned(String what) {
    return conversations.stream().filter(id -> what.contains(id.value())).findFirst();
  }

  /// Once in how many times it strikes before this, in the mildest weather.
  private static int oddsAgainst(String at) {
    if (afterIntent(at)) return 2;
    if (at.startsWith("done append")) return closes(at) ? 20 : 40;
    if (at.startsWith("done claim") || at.startsWith("settle")) return 20;
    if (at.startsWith("sync claim") || at.startsWith("sync settle")) return 20;
    if (at.startsWith("append")) return closes(at) ? 12 : 40;
    if (at.startsWith("start call")) return 60;
    if (at.startsWith("sync")) return closes(at) ? 15 : 60;
    return 500;
  }

  private static boolean afterIntent(String at) {
    return at.startsWith("done append") && at.contains("Intended");
  }

  /// The outcome of an act, or an answer.
  private static boolean closes(String at) {
    return at.contains("Returned") || at.contains("Replied") || at.contains("Asked");
  }
}
