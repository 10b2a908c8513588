package frontdesk.server;

import static java.util.stream.Collectors.joining;

import frontdesk.edge.Edge;
import frontdesk.json.InvalidSettings;
import frontdesk.sqlite.SqliteJournal;
import frontdesk.store.BodyCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Opens the store of a data directory.
public final class Stores {
  private static final Logger LOG = System.getLogger(Stores.class.getName());
  private static final String FILE = "frontdesk.db";

  private Stores() {}

  /// Opens it, and makes it if there is none.
  ///
  /// @param command what this process is, told to whoever finds the directory held
  public static SqliteJournal open(Path data, String command, Edge edge) {
    Path unpacked = data.resolve("native");
    unpackNativeCodeTo(unpacked);
    List<Path> before = filesIn(unpacked);
    var setting =
        new SqliteJournal.Setting(
            command,
            edge.clock(),
            edge.threads()::nanos,
            Thread.ofPlatform().name("store").factory(),
            BodyCodec.PLAIN,
            SqliteJournal.IDS_KEPT);
    SqliteJournal journal = SqliteJournal.open(data, setting);
    // Only now is it certain that no other process uses what was there.
    before.forEach(Stores::delete);
    return journal;
  }

  /// Opens one that must be there.
  ///
  /// @throws InvalidSettings there is none
  public static SqliteJournal existing(Path data, String command, Edge edge) {
    if (Files.isRegularFile(data.resolve(FILE))) return open(data, command, edge);
    String hint =
        Stream.of("demo", "chat")
            .map(data::resolve)
            .filter(below -> Files.isRegularFile(below.resolve(FILE)))
            .map(below -> "; there is some with --data " + below)
            .collect(joining());
    throw new InvalidSettings(List.of("--data: there is no data in " + data + hint));
  }

  /// Whether it can be used: in words, or an exception that says why not.
  public static String check(Path data, Edge edge) {
    if (!Files.isRegularFile(data.resolve(FILE))) return data + " (nothing there yet)";
    try (SqliteJournal journal = open(data, "doctor", edge)) {
      journal
          .problem()
          .ifPresent(
              problem -> {
                throw new IllegalStateException(problem);
              });
      return data + " can be read and written";
    }
  }

  /// The SQLite library unpacks its native code: into a directory of ours, not one that others
  /// can write.
  private static void unpackNativeCodeTo(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("--data: cannot make " + directory, e);
    }
    System.setProperty("org.sqlite.tmpdir", directory.toString());
  }

  /// A process that is killed leaves what it unpacked.
  private static List<Path> filesIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("--data: cannot read " + directory, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a file of an earlier process stays: " + file.getFileName());
    }
  }
}
