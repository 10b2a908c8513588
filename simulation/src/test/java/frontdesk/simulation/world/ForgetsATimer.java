package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound.TimerFired;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Principal;
import frontdesk.engine.Threads;
import frontdesk.simulation.Node;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Effects;
import frontdesk.store.Effects.Timer;
import frontdesk.store.Journal;
import frontdesk.store.StoreException;
import java.time.Duration;
import java.util.List;

/// Keeps timers in the memory of the process that set them: they are gone after a crash.
final class ForgetsATimer implements Bug {

  @Override
  public String invariant() {
    return "timers";
  }

  @Override
  public Parts in(Parts parts) {
    return parts.withJournal(journal -> new Remembering(journal, parts.node()));
  }

  private static final class Remembering extends PassesOn {
    private final Node node;

    Remembering(Journal journal, Node node) {
      super(journal);
      this.node = node;
    }

    @Override
    public Log append(Log log, Effects effects) {
      Log appended = super.append(log, Altered.timers(effects, List.of()));
      for (Timer timer : effects.timers()) {
        Duration left = Duration.between(appended.at(), timer.at());
        node.threads().start("timer", () -> fire(log.head().id(), timer.name(), left));
      }
      return appended;
    }

    private void fire(ConversationId id, String timer, Duration left) {
      Threads threads = node.threads();
      threads.sleep(left.isNegative() ? Duration.ZERO : left);
      var event = new EventId("timer:" + id + ":" + timer);
      var fired = InboundEvent.untimed(event, id, new Principal.Server(), new TimerFired(timer));
      boolean accepted = false;
      while (!accepted) {
        try {
          accepted = !accept(List.of(fired)).isEmpty();
        } catch (StoreException e) {
          threads.sleep(Duration.ofSeconds(1));
        }
      }
    }
  }
}
