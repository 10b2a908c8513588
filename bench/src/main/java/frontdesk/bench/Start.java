package frontdesk.bench;

import frontdesk.edge.Edge;
import frontdesk.engine.Threads;
import frontdesk.json.Jsons;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// How long `bin/frontdesk demo` takes from its first line of shell to its first answer, and the
/// memory it then holds while nothing happens: with the JVM's AOT cache, which the first start
/// makes, and without. The two alternate.
final class Start {
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Pattern READY = Pattern.compile(".* http://127\\.0\\.0\\.1:(\\d+) .*");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Options options;
  private final Threads threads = Edge.real().threads();

  private record Began(double seconds, double cpuSeconds, double megabytes) {}

  Start(Options options) {
    this.options = options;
  }

  void run(PrintStream out) throws IOException {
    var without = new ArrayList<Began>();
    var with = new ArrayList<Began>();
    try (var directory = new Scratch()) {
      start(directory.path().resolve("first"), "on");
      for (int i = 1; i <= options.rounds(); i++) {
        without.add(told("without", start(directory.path().resolve("without" + i), "off")));
        with.add(told("with", start(directory.path().resolve("with" + i), "on")));
      }
    }
    out.printf("%nbin/frontdesk demo to its first answer; medians of %d%n%n", options.rounds());
    print(out, "without the AOT cache", without);
    print(out, "with the AOT cache", with);
    ObjectNode figures = Jsons.object();
    figures.set("without", Jsons.MAPPER.valueToTree(without));
    figures.set("with", Jsons.MAPPER.valueToTree(with));
    Report.write(options, "start", figures);
  }

  private static Began told(String what, Began began) {
    System.err.printf(
        "%s: %.2f s, %.2f CPU s, %.0f MB%n",
        what, began.seconds(), began.cpuSeconds(), began.megabytes());
    return began;
  }

  private Began start(Path data, String cache) throws IOException {
    long start = threads.nanos();
    Process demo = demo(data, cache);
    try (var out = demo.inputReader(StandardCharsets.UTF_8);
        var client = new RestTalks(port(out), Work.GUIDED.function())) {
      String answer = client.say(client.open(), "I have an issue");
      double seconds = (threads.nanos() - start) / 1e9;
      if (answer.isBlank()) throw new IllegalStateException("The demo answered nothing");
      double cpu = demo.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
      threads.sleep(IDLE);
      return new Began(seconds, cpu, resident(demo));
    } finally {
      demo.toHandle().destroy();
      demo.onExit().join();
    }
  }

  /// The shell becomes the JVM, so it is one process.
  private static Process demo(Path data, String cache) throws IOException {
    var builder =
        new ProcessBuilder(program().toString(), "demo", "--port", "0", "--data", data.toString());
    builder.environment().put("FRONTDESK_AOT", cache);
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// Beside `bench/target/bench-….jar`, where this class is from.
  private static Path program() {
    String jar = Start.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return Path.of(jar).resolve("../../../bin/frontdesk").normalize();
  }

  private static int port(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) return Integer.parseInt(ready.group(1));
    }
    throw new IllegalStateException("The demo ended before it was ready");
  }

  private static double resident(Process demo) throws IOException {
    Matcher found =
        RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(demo.pid()), "status")));
    if (!found.find()) throw new IllegalStateException("This system does not tell VmRSS");
    return Integer.parseInt(found.group(1)) / 1024.0;
  }

  private static void print(PrintStream out, String what, List<Began> starts) {
    out.printf(
        "%-28s  %5.2f s  %5.2f CPU s  %4.0f MB resident when idle%n",
        what,
        median(starts.stream().map(Began::seconds).toList()),
        median(starts.stream().map(Began::cpuSeconds).toList()),
        median(starts.stream().map(Began::megabytes).toList()));
  }

  private static double median(List<Double> figures) {
    var sorted = new ArrayList<>(figures);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
