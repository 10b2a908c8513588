package frontdesk.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Principal;
import frontdesk.simulation.Chaos.Decision;
import frontdesk.store.Acceptance;
import frontdesk.store.Effects;
import frontdesk.store.Fenced;
import frontdesk.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the memory journal does when its process or a worker's dies; the rest is in the contract.
class MemoryJournalCrashTest {
  private static final ConversationId ID = new ConversationId("test:a:c1");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void a_write_whose_worker_died_before_the_sync_is_lost_or_kept() {
    assertThat(entriesAfterWorkerDiedAtSync(false)).isEmpty();
    assertThat(entriesAfterWorkerDiedAtSync(true)).hasSize(1);
  }

  @Test
  void a_worker_whose_write_the_dying_store_forgot_hears_so_and_nobody_ever_read_it() {
    var pausesAtSync = chaos("writer", "sync", new Decision.Pause(SECOND.multipliedBy(10)));
    var simulation = new Simulation(1, pausesAtSync);
    Node main = simulation.node("main");
    Node writer = simulation.node("writer");
    var journal = journal(simulation, main);
    var heard = new ArrayList<StoreException>();
    simulation.run(
        main,
        () -> {
          writer.threads().start("append", () -> appendHearing(journal, heard));
          main.threads().sleep(SECOND);
          assertThat(journal.commits()).isEqualTo(1);
          assertThat(journal.entries(ID, 0, 10)).isEmpty();
          journal.forgetUnsynced();
          main.threads().sleep(SECOND.multipliedBy(20));
          assertThat(journal.entries(ID, 0, 10)).isEmpty();
        });
    assertThat(heard).hasSize(1);
  }

  @Test
  void D01_what_was_acknowledged_is_there_once_whoever_dies_and_whenever() {
    int unheard = 0;
    for (long seed = 0; seed < 300; seed++) {
      var chance = new Chance(seed).named("chaos");
      Chaos dies = (node, _, _) -> deadly(node, chance);
      var simulation = new Simulation(seed, dies);
      Node main = simulation.node("main");
      var journal = journal(simulation, main);
      Set<String> acknowledged = new HashSet<>();
      simulation.run(main, () -> workersAppend(simulation, main, journal, chance, acknowledged));
      List<String> kept =
          journal.entries(ID, 0, 1_000).stream().map(MemoryJournalCrashTest::name).toList();
      assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
      if (kept.size() > acknowledged.size()) unheard++;
    }
    // Some were kept though their worker never heard of it: the case that a caller must expect.
    assertThat(unheard).isPositive();
  }

  @Test
  void an_event_is_known_only_once_it_is_durable() {
    for (long seed = 0; seed < 100; seed++) {
      var simulation = new Simulation(seed);
      Node main = simulation.node("main");
      var journal = journal(simulation, main);
      var answered = new ArrayList<Acceptance>();
      var unanswered = new ArrayList<StoreException>();
      simulation.run(
          main,
          () -> {
            for (int i = 0; i < 3; i++) {
              main.threads().start("accept", () -> acceptHearing(journal, answered, unanswered));
            }
            simulation.step("while they write");
            journal.forgetUnsynced();
            main.threads().sleep(SECOND);
          });
      assertThat(answered.size() + unanswered.size()).isEqualTo(3);
      assertThat(journal.open(ID)).hasSize(answered.isEmpty() ? 0 : 1);
    }
  }

  @Test
  void commits_are_counted_where_something_was_written() {
    var journal = new MemoryJournal(() -> Instant.EPOCH);
    journal.waiting(10);
    Log log = journal.append(journal.load(ID), Effects.NONE);
    assertThat(journal.commits()).isZero();
    log = journal.append(log.plus(noted("a")), Effects.NONE);
    journal.append(log.plus(List.of(noted("b"), noted("c"))), Effects.NONE);
    journal.accept(List.of(said()));
    journal.accept(List.of(said()));
    assertThat(journal.commits()).isEqualTo(3);
  }

  @Test
  void in_the_format_nothing_is_the_object_that_was_handed_in() {
    var journal = new MemoryJournal(() -> Instant.EPOCH, Steps.NONE, true);
    Noted noted = noted("a");
    journal.append(journal.load(ID).plus(noted), Effects.NONE);
    assertThat(journal.load(ID).entries().getFirst().entry()).isEqualTo(noted).isNotSameAs(noted);
  }

  private static List<Logged> entriesAfterWorkerDiedAtSync(boolean keepsUnsynced) {
    var simulation = new Simulation(1, chaos("writer", "sync", new Decision.Crash(keepsUnsynced)));
    Node main = simulation.node("main");
    Node writer = simulation.node("writer");
    var journal = journal(simulation, main);
    simulation.run(
        main,
        () -> {
          writer.threads().start("append", () -> append(journal, "a"));
          main.threads().sleep(SECOND);
        });
    assertThat(simulation.trace().text())
        .contains("append test:a:c1 v1 [Noted]")
        .doesNotContain("done append");
    return journal.entries(ID, 0, 10);
  }

  private static void workersAppend(
      Simulation simulation, Node main, MemoryJournal journal, Chance chance, Set<String> heard) {
    for (int i = 0; i < 8; i++) {
      Node worker = simulation.node("worker");
      for (int n = 0; n < 5; n++) {
        String name = worker + "-" + n;
        worker.threads().start("append", () -> appendUnlessFenced(journal, name, heard));
      }
      main.threads().sleep(Duration.ofMillis(chance.below(2)));
    }
    main.threads().sleep(SECOND);
  }

  private static Decision deadly(Node node, Chance chance) {
    if (node.toString().equals("main") || !chance.oneIn(15)) return new Decision.Nothing();
    return new Decision.Crash(chance.oneIn(2));
  }

  private static Chaos chaos(String node, String at, Decision decision) {
    return (where, _, what) ->
        where.toString().equals(node) && what.equals(at) ? decision : new Decision.Nothing();
  }

  private static MemoryJournal journal(Simulation simulation, Node clock) {
    return new MemoryJournal(clock.clock(), simulation, true);
  }

  private static void append(MemoryJournal journal, String name) {
    journal.append(journal.load(ID).plus(noted(name)), Effects.NONE);
  }

  private static void appendHearing(MemoryJournal journal, List<StoreException> heard) {
    try {
      append(journal, "a");
    } catch (StoreException forgotten) {
      heard.add(forgotten);
    }
  }

  private static void appendUnlessFenced(MemoryJournal journal, String name, Set<String> heard) {
    try {
      append(journal, name);
      heard.add(name);
    } catch (Fenced fenced) {
      assertThat(fenced.why()).isEqualTo(Fenced.Why.STALE);
    }
  }

  private static void acceptHearing(
      MemoryJournal journal, List<Acceptance> answered, List<StoreException> unanswered) {
    try {
      answered.addAll(journal.accept(List.of(said())));
    } catch (StoreException forgotten) {
      unanswered.add(forgotten);
    }
  }

  private static Noted noted(String name) {
    return new Noted(name, Json.EMPTY);
  }

  private static String name(Logged logged) {
    return ((Noted) logged.entry()).name();
  }

  private static InboundEvent said() {
    return InboundEvent.untimed(
        new EventId("test:a:1"), ID, new Principal.Visitor("v"), new Inbound.Said("hello"));
  }
}
