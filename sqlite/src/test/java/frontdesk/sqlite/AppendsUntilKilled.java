package frontdesk.sqlite;

import frontdesk.conversation.Log;
import frontdesk.store.Effects;
import frontdesk.store.JournalContract;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// A process that appends until it is killed, and says each time what it was told is durable.
final class AppendsUntilKilled {
  private AppendsUntilKilled() {}

  static void main(String[] args) {
    var journal =
        SqliteJournal.open(Path.of(args[0]), JournalInDirectory.setting(new AtomicLong()));
    PrintStream out = System.out;
    Log log = journal.load(JournalContract.ONE);
    while (!out.checkError()) {
      log = journal.append(log.plus(JournalContract.noted("n", "1")), Effects.NONE);
      out.println(log.lastSeq());
    }
  }
}
