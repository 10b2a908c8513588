package frontdesk.server.killed;

import frontdesk.channel.Delivery;
import frontdesk.channel.PushChannel;
import frontdesk.channel.ReadsBack;
import frontdesk.channel.Sending;
import frontdesk.conversation.CallId;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.json.Jsons;
import frontdesk.server.killed.Local.Answer;
import frontdesk.server.killed.Local.Peer;
import java.io.UncheckedIOException;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/// Channels that send to the platform in another process, one for each doubt.
final class Pushing {
  /// Their names; the platform keeps the retry key of the first one only.
  static final String KEY = "key";

  static final String BACK = "back";
  static final String NONE = "none";

  private static final Duration LIMIT = Duration.ofSeconds(2);

  private Pushing() {}

  static PushChannel withKey(Peer platform, Arm arm, Threads threads) {
    return new Plain(KEY, PushChannel.Doubt.KEY, platform, arm, threads);
  }

  static PushChannel withReadBack(Peer platform, Arm arm, Threads threads) {
    return new Asking(
        new Plain(BACK, PushChannel.Doubt.READ_BACK, platform, arm, threads), platform, arm);
  }

  static PushChannel withNothing(Peer platform, Arm arm, Threads threads) {
    return new Plain(NONE, PushChannel.Doubt.NOTHING, platform, arm, threads);
  }

  private record Plain(String name, Doubt doubt, Peer platform, Arm arm, Threads threads)
      implements PushChannel {
    @Override
    public Delivery send(Sending sending, Deadline sendBy) {
      arm.pass(Moment.BEFORE_SEND, sending.conversation());
      if (sendBy.passed(threads)) return new Delivery.NotSent("too late");
      Delivery delivery = request(sending);
      arm.pass(Moment.AFTER_SEND, sending.conversation());
      return delivery;
    }

    private Delivery request(Sending sending) {
      ObjectNode request =
          Jsons.object()
              .put("conversation", sending.conversation().value())
              .put("key", sending.key().value())
              .put("text", sending.text())
              .put("question", sending.approval().map(CallId::value).orElse(""));
      try {
        Answer answer = platform.post("/send", request, LIMIT);
        return switch (answer.status()) {
          case 200 -> new Delivery.Sent();
          case 429 -> new Delivery.RetryAfter(Duration.ofSeconds(1));
          case 403 -> new Delivery.Undeliverable("the customer blocked us");
          default -> new Delivery.Unknown("status " + answer.status());
        };
      } catch (UncheckedIOException e) {
        return new Delivery.Unknown("no answer");
      }
    }

    @Override
    public Duration timeLimit() {
      return LIMIT;
    }

    @Override
    public Quiet quiet() {
      return Quiet.NONE;
    }
  }

  private record Asking(Plain plain, Peer platform, Arm arm) implements ReadsBack {
    @Override
    public String name() {
      return plain.name();
    }

    @Override
    public Delivery send(Sending sending, Deadline sendBy) {
      return plain.send(sending, sendBy);
    }

    @Override
    public Delivery find(Sending sending) {
      arm.pass(Moment.BEFORE_READ_BACK, sending.conversation());
      ObjectNode key = Jsons.object().put("key", sending.key().value());
      boolean found = platform.post("/sent", key, LIMIT).body().path("found").asBoolean();
      arm.pass(Moment.AFTER_READ_BACK, sending.conversation());
      return found ? new Delivery.Sent() : new Delivery.NotSent("the platform does not have it");
    }

    @Override
    public Doubt doubt() {
      return plain.doubt();
    }

    @Override
    public Duration timeLimit() {
      return plain.timeLimit();
    }

    @Override
    public Quiet quiet() {
      return plain.quiet();
    }
  }
}
