package frontdesk.server;

import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Holds each reply back until it is let go, then repeats the newest message.
final class HeldModel implements ChatModel {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    calls.incrementAndGet();
    asked.countDown();
    await(released);
    return echo(request);
  }

  /// Repeats the newest message.
  static ModelReply echo(ModelRequest request) {
    return ModelReply.text(
        request.messages().reversed().stream()
            .flatMap(m -> m instanceof Message.Customer(var text) ? Stream.of(text) : null)
            .findFirst()
            .map(text -> "You said: " + text)
            .orElse("You said nothing."));
  }

  void untilAsked() {
    await(asked);
  }

  void release() {
    released.countDown();
  }

  int calls() {
    return calls.get();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("It was never let go");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}
