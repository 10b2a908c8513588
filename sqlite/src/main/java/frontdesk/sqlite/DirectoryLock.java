package frontdesk.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import frontdesk.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Keeps a second process out of a data directory, and tells it who is in there. The operating
/// system frees it when its holder dies, however it dies; the file stays.
final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @param command what the process runs, for the one who is kept out
  /// @throws StoreException another process holds it
  static DirectoryLock take(Path directory, String command, Instant now) throws IOException {
    Path file = directory.resolve("lock");
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      String holder = Files.readString(file).strip();
      channel.close();
      throw new StoreException(
          "FRONTDESK data directory %s is held by process %s: stop it, or choose another --data"
              .formatted(directory, holder));
    }
    String holder =
        "%d (%s, since %s)\n"
            .formatted(ProcessHandle.current().pid(), command, now.truncatedTo(ChronoUnit.SECONDS));
    channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(UTF_8)));
    return new DirectoryLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This process has it: to whoever asks again that is the same as another one.
      return null;
    }
  }
}
