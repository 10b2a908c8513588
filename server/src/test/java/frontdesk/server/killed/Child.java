package frontdesk.server.killed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A process of ours and what it says.
public final class Child implements AutoCloseable {
  public static final String READY = "ready ";

  private static final long PATIENCE_SECONDS = 60;
  private static final String ENDED = "ended";

  private final Process process;
  private final Path log;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final int port;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
    Thread.ofVirtual().name("out of " + process.pid()).start(this::read);
    var before = new ArrayList<String>();
    this.port = Integer.parseInt(said(READY, before::add));
    lines.addAll(before);
  }

  /// Runs a class until it says that it is ready.
  ///
  /// @param log what it writes as errors is added to this file
  public static Child start(Path log, Class<?> main, String... arguments) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    line.addAll(List.of(arguments));
    try {
      var builder = new ProcessBuilder(line);
      builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      return new Child(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// In the process that was started: it does not outlive the one that started it.
  public static void endsWithItsParent() {
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    Thread.ofVirtual()
        .start(
            () -> {
              parent.onExit().join();
              Runtime.getRuntime().halt(1);
            });
  }

  public int port() {
    return port;
  }

  /// Waits for a line that begins so; its rest.
  String said(String beginning) {
    return said(beginning, _ -> {});
  }

  private String said(String beginning, Consumer<String> other) {
    try {
      while (true) {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) throw new AssertionError("It never said '" + beginning + "': " + log);
        if (line.startsWith(beginning)) return line.substring(beginning.length());
        if (line.equals(ENDED)) throw new AssertionError("It ended by itself; its log is " + log);
        other.accept(line);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// Lines that begin so and were not waited for, their rest; it may have said more beside them.
  public List<String> saidSoFar(String beginning) {
    var said = new ArrayList<String>();
    for (String line = lines.poll(); line != null; line = lines.poll()) {
      if (line.startsWith(beginning)) said.add(line.substring(beginning.length()));
      if (line.equals(ENDED)) throw new AssertionError("It ended by itself; its log is " + log);
    }
    return said;
  }

  /// As `kill -9` does; its exit code.
  public int kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("The process does not end");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void read() {
    try (BufferedReader out = process.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) lines.add(line);
    } catch (IOException e) {
      lines.add(e.toString()); // as a killed process's pipe may say
    }
    lines.add(ENDED);
  }

  private static AssertionError interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssertionError("Interrupted", e);
  }

  @Override
  public void close() {
    kill();
  }
}
