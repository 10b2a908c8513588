package frontdesk.server;

import frontdesk.model.ModelException;
import frontdesk.model.provider.Account;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/// Keeps what failed at a model's provider: one line each in `openai_api_errors.log`, without a
/// word of what was said. The file is begun anew at 1 MiB; the two before it are kept as `.1` and
/// `.2`. What opens a circuit is an alarm in the log of the server too.
public final class ModelFailures implements Account.Watch {
  static final String FILE = "openai_api_errors.log";

  private static final Logger LOG = System.getLogger(ModelFailures.class.getName());
  private static final long BYTES_MAX = 1024 * 1024;

  private final Path file;
  private final InstantSource clock;

  public ModelFailures(Path data, InstantSource clock) {
    this.file = data.resolve(FILE);
    this.clock = clock;
  }

  @Override
  public void failed(ModelException failure, boolean opens) {
    String what = failure.kind() + " " + failure.getMessage();
    if (opens) LOG.log(Level.ERROR, "the model's provider is not asked for a while: " + what);
    write(clock.instant() + " " + what + (opens ? " (not asked for a while)" : "") + "\n");
  }

  private synchronized void write(String line) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file) && Files.size(file) >= BYTES_MAX) rotate();
      Files.writeString(
          file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // A full disk must not keep a customer from an answer.
      LOG.log(Level.WARNING, FILE + " cannot be written: " + e.getClass().getSimpleName());
    }
  }

  private void rotate() throws IOException {
    Path one = file.resolveSibling(FILE + ".1");
    if (Files.exists(one)) {
      Files.move(one, file.resolveSibling(FILE + ".2"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(file, one, StandardCopyOption.REPLACE_EXISTING);
  }
}
