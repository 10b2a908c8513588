package frontdesk.bench.outside;

import frontdesk.edge.Edge;
import frontdesk.engine.Threads;
import frontdesk.json.Jsons;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// The system that the tool asks, `GET /orders/{order}`. Counts, for an answer may be right and
/// the work still be done twice.
///
/// Answers the lines `set KNOBS`, which also begins to count anew, and `count`.
public final class Backend {
  private final Threads threads;
  private final AtomicLong calls = new AtomicLong();
  private volatile Knobs knobs = Knobs.PLAIN;

  private Backend(Threads threads) {
    this.threads = threads;
  }

  /// Runs until the standard input ends.
  public static void main(String[] arguments) throws IOException {
    var backend = new Backend(Edge.real().threads());
    Control.run(Listener.start(backend.threads, backend::answer), backend::control);
  }

  private String control(String line) {
    if (line.equals("count")) return calls.toString();
    knobs = Jsons.MAPPER.readValue(line.substring("set ".length()), Knobs.class);
    calls.set(0);
    return "done";
  }

  private void answer(Wire.Message request, OutputStream out) throws IOException {
    calls.incrementAndGet();
    Knobs now = knobs;
    if (now.latencyMillis() > 0) threads.sleep(Duration.ofMillis(now.latencyMillis()));
    String order = Orders.orderIn(request.start()).orElseThrow();
    Wire.write(
        out,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n",
        Orders.outcome(order, now.bytes()));
  }
}
