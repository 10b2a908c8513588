package frontdesk.server.meetings;

import frontdesk.channel.Channels;
import frontdesk.conversation.ConversationId;
import frontdesk.edge.Edge;
import frontdesk.model.ChatModel;
import frontdesk.model.ModelReply;
import frontdesk.server.Desk;
import frontdesk.server.Front;
import frontdesk.server.Stores;
import frontdesk.server.WatchedDesk;
import frontdesk.server.http.Metrics;
import frontdesk.server.killed.Child;
import frontdesk.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A server of the meetings agent in a process of its own, wired as the product's.
final class MeetingsProcess {
  /// Generous, for a machine that is busy.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private MeetingsProcess() {}

  /// `data` `port of the provider` `seconds` `stop…`: how far its clock is put forward, as if it
  /// was started so much later, and where it is to be killed.
  public static void main(String[] arguments) {
    Child.endsWithItsParent();
    Path data = Path.of(arguments[0]);
    int provider = Integer.parseInt(arguments[1]);
    Duration later = Duration.ofSeconds(Long.parseLong(arguments[2]));
    Steps steps = Steps.parse(List.of(arguments).subList(3, arguments.length));
    Edge real = Edge.real();
    var edge =
        new Edge(
            real.threads(), () -> real.clock().instant().plus(later), real.newId(), real.random());
    SqliteJournal journal = Stores.open(data, "test", edge);
    Desk desk =
        WatchedDesk.open(
            journal,
            new SteppedStore(journal, steps),
            MeetingsTools.agents(provider, PATIENCE, steps, edge),
            model(steps),
            Channels.NONE,
            edge);
    Front front =
        Front.open(
            MeetingsServer.settings(data, List.of()),
            desk,
            Optional::empty,
            new Metrics(),
            edge,
            handler -> handler);
    System.out.println(Child.READY + front.port());
  }

  private static ChatModel model(Steps steps) {
    var model = new MeetingsModel();
    return (request, stream) -> {
      var id = new ConversationId(request.conversation());
      steps.pass(id, "before model");
      ModelReply reply = model.reply(request, stream);
      steps.pass(id, "after model");
      return reply;
    };
  }
}
