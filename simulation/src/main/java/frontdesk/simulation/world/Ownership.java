package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.engine.Engine;
import frontdesk.engine.TurnHandler;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Node;
import frontdesk.simulation.PassesOn;
import frontdesk.simulation.Steps;
import frontdesk.store.Journal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What one server believes to own: what it heard when it last asked. It asks with each scan,
/// and sometimes the answer is lost; one that was paused has not heard for long. Wake-ups of what
/// it does not believe to own are dropped, and so is what a scan finds: the owner's scan finds it.
final class Ownership {
  private final String server;
  private final Ledger ledger;
  private final Assignment assignment;
  private final Chance chance;
  private final Steps steps;
  private Map<ConversationId, String> believed;

  Ownership(Node node, Assignment assignment, Chance chance, Steps steps, Ledger ledger) {
    this.server = node.toString();
    this.ledger = ledger;
    this.assignment = assignment;
    this.chance = chance;
    this.steps = steps;
    this.believed = assignment.heardFrom(server);
  }

  /// The same engine, but for wake-ups of others' conversations.
  Engine of(Engine engine) {
    return new Owned(engine);
  }

  /// The same journal, but for others' conversations in its scans.
  Journal of(Journal journal) {
    return new PassesOn(journal) {
      @Override
      public List<ConversationId> waiting(int max) {
        ask();
        return super.waiting(max).stream().filter(Ownership.this::owns).toList();
      }
    };
  }

  private void ask() {
    Map<ConversationId, String> answer = assignment.heardFrom(server);
    if (!chance.oneIn(4)) believed = answer;
  }

  private boolean owns(ConversationId id) {
    String owner = believed.getOrDefault(id, assignment.owner(id, server));
    boolean owns = owner.equals(server);
    if (owns && !assignment.owner(id, server).equals(server)) ledger.saw("false beliefs to own");
    return owns;
  }

  private final class Owned implements Engine {
    private final Engine engine;

    Owned(Engine engine) {
      this.engine = engine;
    }

    @Override
    public void start(TurnHandler handler) {
      engine.start(handler);
    }

    @Override
    public void wake(ConversationId id) {
      if (owns(id)) engine.wake(id);
      else leaves(id);
    }

    private void leaves(ConversationId id) {
      ledger.saw("wake-ups left to the owner");
      steps.step("leaves " + id + " to its owner");
    }

    @Override
    public boolean drain(Duration grace) {
      return engine.drain(grace);
    }

    @Override
    public void close() {
      engine.close();
    }
  }
}
