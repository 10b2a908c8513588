package frontdesk.model.provider;

import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelException;
import frontdesk.model.ModelException.Kind;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.model.Wishes;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/// A provider that does what it is told, request by request, and then answers.
final class Provider implements ChatModel {
  private final Threads threads;
  private final Queue<Doing> doings = new ArrayDeque<>();
  private final List<Long> askedAt = new ArrayList<>();
  private int atOnce;
  private int mostAtOnce;

  /// What becomes of one request.
  @FunctionalInterface
  interface Doing {
    ModelReply reply(Consumer<String> stream);
  }

  Provider(Threads threads) {
    this.threads = threads;
  }

  Provider fails(int times, Kind kind) {
    for (int i = 0; i < times; i++) fails(kind, Optional.empty());
    return this;
  }

  Provider fails(Kind kind, Optional<Duration> retryAfter) {
    return does(
        _ -> {
          throw new ModelException(kind, "code", kind + " of the provider", retryAfter);
        });
  }

  Provider does(Doing doing) {
    doings.add(doing);
    return this;
  }

  /// A reply of which half came.
  static ModelReply breaksOff(Consumer<String> stream) {
    stream.accept("Hel");
    throw new ModelException(Kind.BROKEN, "reset", Optional.empty());
  }

  int asked() {
    return askedAt.size();
  }

  /// When it was asked, in monotonic time.
  List<Long> askedAt() {
    return List.copyOf(askedAt);
  }

  int mostAtOnce() {
    return mostAtOnce;
  }

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    askedAt.add(threads.nanos());
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    try {
      threads.sleep(Duration.ofMillis(100));
      Doing next = doings.poll();
      return next == null ? ModelReply.text("Hello") : next.reply(stream);
    } finally {
      atOnce--;
    }
  }

  /// A request that may take this long.
  ModelRequest request(Duration time, boolean watched, Wishes wishes) {
    return request(List.of(), time, watched, wishes);
  }

  /// A request with these tools.
  ModelRequest request(List<ToolSpec> tools) {
    return request(tools, Duration.ofSeconds(60), false, Wishes.NONE);
  }

  private ModelRequest request(
      List<ToolSpec> tools, Duration time, boolean watched, Wishes wishes) {
    return new ModelRequest(
        "support",
        "Be kind.",
        tools,
        List.of(new Message.Customer("Hi")),
        List.of(),
        "en",
        "UTC",
        Instant.EPOCH,
        "rest:shop:one",
        wishes,
        Optional.empty(),
        watched,
        Deadline.in(time, threads));
  }
}
