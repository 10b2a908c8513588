package frontdesk.server.killed;

import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.engine.Threads;
import frontdesk.server.Desk;
import frontdesk.server.Stores;
import frontdesk.server.WatchedDesk;
import frontdesk.server.killed.Local.Peer;
import frontdesk.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A desk in a process of its own, wired as the product's, with the test's agent and channels.
final class DeskProcess {
  static final String NOT_ARMED = "-";

  private DeskProcess() {}

  /// `data` `port of the platform` `moment` `conversation`: the last two say where it is to be
  /// killed.
  public static void main(String[] arguments) {
    Child.endsWithItsParent();
    Edge edge = Edge.real();
    Threads threads = edge.threads();
    Peer platform = Peer.at(Integer.parseInt(arguments[1]));
    var arm = new Arm(moment(arguments[2]), arguments[3]);
    var channels =
        new Channels(
            List.of(
                Pushing.withKey(platform, arm, threads),
                Pushing.withReadBack(platform, arm, threads),
                Pushing.withNothing(platform, arm, threads)));
    var agents = new Agents(List.of(new TestTools(platform, arm).agent()));
    SqliteJournal journal = Stores.open(Path.of(arguments[0]), "test", edge);
    Desk desk =
        WatchedDesk.open(
            journal, new ArmedStore(journal, arm), agents, new TalkModel(arm), channels, edge);
    System.out.println(Child.READY + Local.serve(new Webhook(desk, arm)::handle));
  }

  private static Optional<Moment> moment(String name) {
    return name.equals(NOT_ARMED) ? Optional.empty() : Optional.of(Moment.valueOf(name));
  }
}
