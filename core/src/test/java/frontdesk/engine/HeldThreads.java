package frontdesk.engine;

import java.util.ArrayList;
import java.util.List;

/// Threads whose bodies run when the test says, one after another on the thread of the test.
public final class HeldThreads extends PassingThreads {
  private final List<Runnable> held = new ArrayList<>();

  public HeldThreads(Threads threads) {
    super(threads);
  }

  @Override
  public void start(String name, Runnable body) {
    held.add(body);
  }

  /// How many are held.
  public int held() {
    return held.size();
  }

  public void runHeld() {
    held.forEach(Runnable::run);
    held.clear();
  }
}
