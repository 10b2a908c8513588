package frontdesk.simulation;

import frontdesk.simulation.Disk.Change;
import frontdesk.store.StoreException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs each operation of a store as one transaction: written, then synced, then returned from,
/// with a yield point before, between and after. Its lock is never held over a yield.
final class Transactions {
  private final Steps steps;
  private final Disk disk = new Disk();
  private final ReentrantLock lock = new ReentrantLock();
  private long commits;

  Transactions(Steps steps) {
    this.steps = steps;
  }

  /// How many wrote something.
  long commits() {
    return locked(() -> commits);
  }

  /// Reads what is synced.
  <T> T read(String what, Supplier<T> reading) {
    steps.step("read " + what);
    T result = locked(reading);
    steps.step("done read " + what);
    return result;
  }

  /// Returns what `write` returned, once its change is synced.
  <T> T commit(Supplier<String> what, Function<Change, T> write) {
    // Outside of a simulation nobody reads the name.
    String name = steps.equals(Steps.NONE) ? "" : what.get();
    steps.step(name);
    var change = new Change();
    T result = locked(() -> write(write, change));
    awaitSync(change);
    steps.step("done " + name);
    return result;
  }

  void forgetUnsynced() {
    lock.lock();
    try {
      disk.forget();
    } finally {
      lock.unlock();
    }
  }

  private <T> T write(Function<Change, T> write, Change change) {
    change.number(commits);
    T result = write.apply(change);
    disk.written(change);
    if (!change.isEmpty()) commits++;
    return result;
  }

  private void awaitSync(Change change) {
    try {
      steps.step("sync");
    } catch (Crashed crashed) {
      // The worker died, the store did not: it may or may not have got the whole request.
      locked(() -> settle(change, crashed.keepsUnsynced()));
      throw crashed;
    }
    if (!locked(() -> settle(change, true))) {
      throw new StoreException("The store died before it had synced");
    }
  }

  /// Whether the change is durable now.
  private boolean settle(Change change, boolean keeps) {
    if (!keeps) disk.forget(change);
    disk.sync();
    return !change.isForgotten();
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
