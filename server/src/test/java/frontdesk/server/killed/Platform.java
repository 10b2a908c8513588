package frontdesk.server.killed;

import frontdesk.server.killed.Local.Peer;
import java.nio.file.Path;

/// The process that plays everything outside, and what it counted.
record Platform(Child process, Counted counted) implements AutoCloseable {
  static Platform start(Path log) {
    Child process = Child.start(log, PlatformProcess.class);
    return new Platform(process, new Counted(Peer.at(process.port())));
  }

  @Override
  public void close() {
    process.close();
  }
}
