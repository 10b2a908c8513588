package frontdesk.runtime;

import static frontdesk.runtime.Next.next;
import static frontdesk.runtime.Outgoing.messages;
import static frontdesk.runtime.Receiving.received;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.channel.PushChannel;
import frontdesk.channel.PushChannel.Quiet;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Interrupted;
import frontdesk.conversation.Entry.ModelFailed;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Head;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.engine.TurnHandler;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelException;
import frontdesk.model.ModelRequest;
import frontdesk.runtime.Step.Act;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.AskModel;
import frontdesk.runtime.Step.Look;
import frontdesk.runtime.Step.LookUp;
import frontdesk.runtime.Step.Rest;
import frontdesk.runtime.Step.Show;
import frontdesk.store.Effects;
import frontdesk.store.Fenced;
import frontdesk.store.Journal;
import frontdesk.store.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The path of a message: load the log, do what `next` says, append, until the turn rests. A
/// crash anywhere is repaired by running this again, for the log says how far it came.
///
/// Answers and acts are durable before they are seen or sent (`save`); the pieces of a reply that
/// is being made are not. Beside that, only the model's reply is saved, before a look, a look-up or
/// a preview, so that a crash does not ask it again. A plain turn appends once, a round of looks
/// adds one append, an act two. A model may be asked twice for the same, after a crash or by two
/// workers: what it says counts only once it was appended.
public final class TurnLoop implements TurnHandler {
  private static final Logger LOG = System.getLogger(TurnLoop.class.getName());

  private final Agents agents;
  private final ChatModel model;
  private final Journal journal;
  private final Reception reception;
  private final Channels channels;
  private final Threads threads;
  private final Listener listener;
  private final Calls calls;

  public TurnLoop(
      Agents agents,
      ChatModel model,
      Journal journal,
      Reception reception,
      Channels channels,
      Threads threads,
      Listener listener) {
    this.agents = agents;
    this.model = model;
    this.journal = journal;
    this.reception = reception;
    this.channels = channels;
    this.threads = threads;
    this.listener = listener;
    this.calls = new Calls(threads);
  }

  /// True when the conversation has more to do at once.
  @Override
  public boolean run(ConversationId id) {
    try {
      return turn(onceQuiet(id));
    } catch (Fenced fenced) {
      return switch (fenced.why()) {
        case STALE -> false; // another worker has the conversation
        case SUPERSEDED -> true; // a stop or a person took effect: load again, run again
      };
    } catch (StoreException e) {
      throw e; // not the turn's fault
    } catch (RuntimeException | Error e) {
      count(id, e);
      throw e;
    }
  }

  @Override
  public boolean recover(ConversationId id) {
    interrupted(id, "its process ended");
    return run(id);
  }

  private void count(ConversationId id, Throwable failure) {
    try {
      interrupted(id, failure.getClass().getName());
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /// Counts an attempt at the open turn that ended early, so that `next` can give it up.
  private void interrupted(ConversationId id, String why) {
    Log log = journal.load(id);
    if (nothingToDo(log)) return;
    try {
      Optional<Received> begins = received(agents.openedBy(log), log);
      save(begins.map(log::plus).orElse(log).plus(new Interrupted(why)));
    } catch (Fenced fenced) {
      LOG.log(Level.DEBUG, "another worker has the conversation; the attempt is not counted");
    }
  }

  private boolean turn(Log loaded) {
    if (nothingToDo(loaded)) return false;
    Agent root = agents.openedBy(loaded);
    ConversationId id = loaded.head().id();
    Deadline modelBy = Deadline.in(root.limits().models(), threads);
    Log log = received(root, loaded).map(loaded::plus).orElse(loaded);
    while (true) {
      switch (next(root, log)) {
        case AskModel(var messages) ->
            log = log.plus(reply(root.speaking(log), log, messages, modelBy));
        case Look(var looks) -> {
          log = save(log); // a crash while looking does not ask the model again
          log = log.plus(calls.look(OnBehalf.of(log), looks));
        }
        case Show show -> {
          log = save(log);
          log = log.plus(Previews.entry(log, show, calls.preview(OnBehalf.of(log), show)));
        }
        case Act act -> log = act(log, act);
        case LookUp(var tool, var intent) ->
            log = save(save(log).plus(calls.find(OnBehalf.of(log), tool, intent)));
        case Add(var entries) -> log = log.plus(entries);
        case Rest(var entries, var effects) -> {
          Effects leaving =
              channels.of(id).map(c -> effects.with(messages(c, entries))).orElse(effects);
          Head head = save(log.plus(entries), leaving).head();
          return head.hasOpenEvents() && head.wakeAt().isEmpty();
        }
      }
    }
  }

  /// The log, once the customer pauses: many people write in pieces. Waits in memory only, so it
  /// costs no commit, and a crash merely ends the wait.
  private Log onceQuiet(ConversationId id) {
    Quiet quiet = channels.of(id).map(PushChannel::quiet).orElse(Quiet.NONE);
    Log log = journal.load(id);
    for (Duration wait = Receiving.untilQuiet(quiet, log);
        wait.isPositive();
        wait = Receiving.untilQuiet(quiet, log)) {
      threads.sleep(wait);
      log = journal.load(id);
    }
    return log;
  }

  /// A conversation rests while it has no events, and while a turn of it waits for a moment. What
  /// must not wait, a stop or a late outcome, ends the wait when the journal accepts it; else the
  /// engine's scan does when the moment has come.
  private static boolean nothingToDo(Log log) {
    boolean waits = log.head().wakeAt().filter(log.at()::isBefore).isPresent();
    return waits || (log.open().isEmpty() && Turn.begun(log).isEmpty());
  }

  private Entry reply(Agent agent, Log log, List<Message> messages, Deadline deadline) {
    boolean watched = listener.watches(log.head().id());
    ModelRequest request = Prompt.request(agent, log, messages, watched, deadline);
    Pieces pieces = Pieces.of(log, listener);
    try {
      return Replies.said(agent, log, model.reply(request, pieces));
    } catch (ModelException e) {
      return new ModelFailed(e.kind().name(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // A model with a bug must not leave the customer without a word, and would fail again.
      LOG.log(Level.ERROR, "the model threw " + e.getClass().getName());
      return new ModelFailed(ModelException.Kind.BROKEN.name(), e.getClass().getName());
    }
  }

  private Log act(Log log, Act act) {
    // Measured from before the store stamps the intent, so it ends before OpenAct.landed() counts
    // on it. The tool asks just before it writes the request (ToolContext.maySend).
    Deadline sendBy = Deadline.in(act.intent().allowance(), threads);
    Log intended = save(log.plus(act.intent()));
    ConversationId id = intended.head().id();
    Outcome outcome =
        calls.act(
            OnBehalf.of(intended).holding(Holding.of(intended, act.intent().call())),
            act.tool(),
            act.intent(),
            sendBy,
            late -> reception.late(id, late));
    Outcome proven = OpenAct.of(intended, act.intent()).proven(outcome);
    var returned = new Returned(act.intent().call(), act.intent().attempt(), proven);
    try {
      return save(intended.plus(returned));
    } catch (Fenced | StoreException e) {
      // The act is done, whoever has the conversation now: its outcome must not be lost.
      Running.handIn(threads, () -> reception.late(id, returned));
      throw e;
    }
  }

  private Log save(Log log) {
    return save(log, Effects.NONE);
  }

  private Log save(Log log, Effects effects) {
    List<Entry> unsaved = log.unsaved();
    if (unsaved.isEmpty() && effects.equals(Effects.NONE)) return log;
    Log saved = log.withUnsaved(List.of());
    for (int from = 0; from == 0 || from < unsaved.size(); from += Journal.APPEND_MAX) {
      int to = Math.min(from + Journal.APPEND_MAX, unsaved.size());
      Log slice = saved.withUnsaved(unsaved.subList(from, to));
      saved = journal.append(slice, to == unsaved.size() ? effects : Effects.NONE);
    }
    listener.committed(log.head().id(), stamped(log, saved.at()));
    return saved;
  }

  /// The entries as the store has them now, for those who listen.
  private static List<Logged> stamped(Log log, Instant at) {
    List<Logged> timeline =
        new Log(log.head(), log.snapshot(), log.entries(), log.unsaved(), log.open(), at)
            .timeline();
    return timeline.subList(timeline.size() - log.unsaved().size(), timeline.size());
  }
}
