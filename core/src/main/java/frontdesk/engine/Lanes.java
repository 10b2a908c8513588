package frontdesk.engine;

import frontdesk.conversation.ConversationId;
import frontdesk.engine.Threads.Signal;
import frontdesk.store.Journal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The engine of one process: a lane for each conversation that has something to do, on a thread
/// of its own. A scan of the journal finds what nobody woke: what a crash left behind, waits that
/// are over, due timers.
public final class Lanes implements Engine {
  private static final Logger LOG = System.getLogger(Lanes.class.getName());
  private static final int SCAN_MAX = 1_000;
  private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

  private final Journal journal;
  private final Threads threads;
  private final Duration scanEvery;
  private final Signal stop;
  private final Signal ended;
  private final Map<ConversationId, Lane> lanes = new HashMap<>();
  private Optional<TurnHandler> handler = Optional.empty();
  private boolean draining;

  /// A lane under way. `again`: it was woken while it ran.
  private static final class Lane {
    private boolean again;
    private int failures;
  }

  public Lanes(Journal journal, Threads threads, Duration scanEvery) {
    this.journal = journal;
    this.threads = threads;
    this.scanEvery = scanEvery;
    this.stop = threads.signal();
    this.ended = threads.signal();
  }

  @Override
  public void start(TurnHandler turns) {
    synchronized (this) {
      handler = Optional.of(turns);
    }
    threads.start("scan", this::scan);
  }

  @Override
  public void wake(ConversationId id) {
    start(id, false);
  }

  @Override
  public boolean drain(Duration grace) {
    synchronized (this) {
      draining = true;
    }
    stop.raise();
    Deadline deadline = Deadline.in(grace, threads);
    while (running() > 0 && ended.await(deadline)) {}
    return running() == 0;
  }

  @Override
  public void close() {
    drain(Duration.ZERO);
  }

  /// Conversations whose lane is under way.
  public synchronized int running() {
    return lanes.size();
  }

  /// What the first scan finds that works, a process before left behind.
  private void scan() {
    boolean first = true;
    do {
      try {
        // Those that run may be the first that wait, for as long as they run: they must not be all.
        int max = SCAN_MAX + running();
        for (ConversationId id : journal.waiting(max)) start(id, first);
        first = false;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "the journal could not be scanned; trying again", e);
      }
    } while (!stop.await(Deadline.in(scanEvery, threads)));
  }

  private void start(ConversationId id, boolean recovers) {
    if (open(id)) threads.start("lane " + id, () -> run(id, recovers));
  }

  /// True when a lane is to be started; one that runs is told to run once more instead.
  private synchronized boolean open(ConversationId id) {
    if (draining || handler.isEmpty()) return false;
    Lane running = lanes.putIfAbsent(id, new Lane());
    if (running != null) running.again = true;
    return running == null;
  }

  private void run(ConversationId id, boolean recovers) {
    boolean more = goesOn(id, turn(id, recovers));
    while (more) more = goesOn(id, turn(id, false));
    ended.raise();
  }

  private boolean turn(ConversationId id, boolean recovers) {
    TurnHandler turns = handler();
    try {
      boolean more = recovers ? turns.recover(id) : turns.run(id);
      succeeded(id);
      return more;
    } catch (RuntimeException | Error e) {
      // Errors too: a message that overflows the stack must not stop its lane for ever.
      int failures = failed(id);
      LOG.log(Level.ERROR, "a turn failed (" + failures + " in a row); trying again", e);
      pause(failures);
      return true;
    }
  }

  /// Longer after each failure, so that a broken store is not hammered; ends at once on a drain.
  private void pause(int failures) {
    long millis = Math.min(100L << Math.min(failures - 1, 10), PAUSE_MAX.toMillis());
    Deadline deadline = Deadline.in(Duration.ofMillis(millis), threads);
    while (!deadline.passed(threads) && !isDraining()) {
      threads.sleep(Duration.ofMillis(Math.min(100, millis)));
    }
  }

  private synchronized boolean goesOn(ConversationId id, boolean more) {
    Lane lane = lane(id);
    boolean goesOn = (more || lane.again) && !draining;
    lane.again = false;
    if (!goesOn) lanes.remove(id);
    return goesOn;
  }

  private synchronized TurnHandler handler() {
    return handler.orElseThrow();
  }

  private synchronized boolean isDraining() {
    return draining;
  }

  private synchronized void succeeded(ConversationId id) {
    lane(id).failures = 0;
  }

  private synchronized int failed(ConversationId id) {
    return ++lane(id).failures;
  }

  private Lane lane(ConversationId id) {
    Lane lane = lanes.get(id);
    if (lane == null) throw new IllegalStateException("The lane is not running");
    return lane;
  }
}
