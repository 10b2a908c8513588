package frontdesk.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound.Stopped;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Principal;
import frontdesk.simulation.Chance;
import frontdesk.simulation.MemoryJournal;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import frontdesk.store.Journal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnershipTest {
  private static final ConversationId ID = ConversationId.of("rest", "shop", "c1");

  private final Simulation simulation = new Simulation(1);
  private final Node home = simulation.node("home");
  private final Assignment assignment = assignment(1);

  @Test
  void a_conversation_belongs_to_who_asked_first_until_it_is_moved() {
    assignment.heardFrom("first");
    assertThat(assignment.owner(ID, "first")).isEqualTo("first");
    assertThat(assignment.owner(ID, "second")).isEqualTo("first");
    assignment.move(ID);
    assertThat(assignment.owner(ID, "second")).as("there is no other").isEqualTo("first");
    joinWithoutGift("second");
    assignment.move(ID);
    assertThat(assignment.owner(ID, "first")).isEqualTo("second");
  }

  @Test
  void where_nothing_is_assigned_each_server_owns_all() {
    var nothing = new Assignment(home.threads(), new Chance(1), false);
    assertThat(nothing.owner(ID, "first")).isEqualTo("first");
    assertThat(nothing.owner(ID, "second")).isEqualTo("second");
    nothing.move(ID);
    assertThat(nothing.moves()).isZero();
  }

  @Test
  void who_crashed_loses_its_conversations_and_the_next_process_gets_some_back() {
    int back = 0;
    for (long seed = 0; seed < 20; seed++) {
      var fleet = assignment(seed);
      fleet.heardFrom("second");
      fleet.heardFrom("first");
      fleet.owner(ID, "first");
      fleet.leaves("first");
      assertThat(fleet.owner(ID, "nobody")).isEqualTo("second");
      fleet.heardFrom("first.2");
      if (fleet.owner(ID, "nobody").equals("first.2")) back++;
    }
    assertThat(back).isBetween(1, 19);
  }

  @Test
  void who_was_not_heard_of_for_long_loses_its_conversations_to_the_other() {
    simulation.run(
        home,
        () -> {
          assignment.heardFrom("first");
          assignment.owner(ID, "first");
          home.threads().sleep(Duration.ofSeconds(7));
          joinWithoutGift("second");
          assignment.tend();
          assertThat(assignment.owner(ID, "nobody")).isEqualTo("second");
        });
  }

  @Test
  void a_server_that_does_not_hear_of_a_move_believes_to_own_and_then_hears() {
    int believed = 0;
    for (long seed = 0; seed < 20; seed++) believed += scansAfterMove(seed);
    // One answer in four is lost.
    assertThat(believed).isBetween(1, 20);
  }

  /// How many scans find the conversation although it was moved away.
  private int scansAfterMove(long seed) {
    var ledger = new Ledger(() -> 0);
    var fleet = assignment(seed);
    fleet.heardFrom("second");
    Node first = simulation.node("first");
    var ownership = new Ownership(first, fleet, new Chance(seed), simulation, ledger);
    Journal scans = ownership.of(journalWithOneThatWaits());
    fleet.owner(ID, first.toString());
    while (scans.waiting(10).isEmpty()) fleet.move(ID);
    fleet.move(ID);
    int believed = 0;
    while (!scans.waiting(10).isEmpty()) believed++;
    assertThat(ledger.counts().getOrDefault("false beliefs to own", 0)).isEqualTo(believed);
    return believed;
  }

  private MemoryJournal journalWithOneThatWaits() {
    var journal = new MemoryJournal(home.clock());
    var sender = new Principal.Visitor("somebody");
    var event = InboundEvent.untimed(new EventId(ID + ":1"), ID, sender, new Stopped());
    journal.accept(List.of(event));
    return journal;
  }

  private void joinWithoutGift(String server) {
    assignment.heardFrom(server);
    if (!assignment.owner(ID, server).equals("first")) assignment.move(ID);
  }

  private Assignment assignment(long seed) {
    return new Assignment(home.threads(), new Chance(seed), true);
  }
}
