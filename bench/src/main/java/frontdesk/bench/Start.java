package frontdesk.bench;

import frontdesk.edge.Edge;
import frontdesk.engine.Threads;
import frontdesk.json.Jsons;
import frontdesk.server.Main;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// How long `demo` takes from the start of its process to its first answer, and the memory it then
/// holds while nothing happens: as `bin/frontdesk` starts it, and with the JDK's AOT cache, which
/// a run before has filled.
final class Start {
  private static final Duration IDLE = Duration.ofSeconds(3);
  private static final Pattern READY = Pattern.compile(".* http://127\\.0\\.0\\.1:(\\d+) .*");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  private final Options options;
  private final Threads threads = Edge.real().threads();

  private record Began(double seconds, double cpuSeconds, double megabytes) {}

  Start(Options options) {
    this.options = options;
  }

  void run(PrintStream out) throws IOException {
    try (var directory = new Scratch()) {
      Path cache = directory.path().resolve("cache");
      List<Began> usual = starts("usual", directory.path(), List.of());
      start(directory.path().resolve("fills"), List.of("-XX:AOTCacheOutput=" + cache));
      List<Began> cached =
          Files.exists(cache)
              ? starts("cached", directory.path(), List.of("-XX:AOTCache=" + cache))
              : List.of();
      out.printf("%nStart of demo to its first answer; medians of %d starts%n%n", options.rounds());
      print(out, "as bin/frontdesk starts it", usual);
      print(out, "with the JDK's AOT cache", cached);
      ObjectNode figures = Jsons.object();
      figures.set("usual", Jsons.MAPPER.valueToTree(usual));
      figures.set("cached", Jsons.MAPPER.valueToTree(cached));
      Report.write(options, "start", figures);
    }
  }

  private List<Began> starts(String what, Path directory, List<String> flags) throws IOException {
    var starts = new ArrayList<Began>();
    for (int i = 1; i <= options.rounds(); i++) {
      Began began = start(directory.resolve(what + i), flags);
      System.err.printf(
          "%s start %d: %.2f s, %.2f CPU s, %.0f MB%n",
          what, i, began.seconds(), began.cpuSeconds(), began.megabytes());
      starts.add(began);
    }
    return starts;
  }

  private Began start(Path data, List<String> flags) throws IOException {
    long start = threads.nanos();
    try (Child demo =
        Child.start(flags, Main.class, "demo", "--port", "0", "--data", data.toString())) {
      try (var client = new RestTalks(port(demo), Work.GUIDED.function())) {
        String answer = client.say(client.open(), "I have an issue");
        double seconds = (threads.nanos() - start) / 1e9;
        if (answer.isBlank()) throw new IllegalStateException("The demo answered nothing");
        double cpu = demo.cpu().toMillis() / 1e3;
        threads.sleep(IDLE);
        return new Began(seconds, cpu, resident(demo));
      }
    }
  }

  private static int port(Child demo) {
    while (true) {
      Matcher ready = READY.matcher(demo.line());
      if (ready.matches()) return Integer.parseInt(ready.group(1));
    }
  }

  private static double resident(Child demo) throws IOException {
    Matcher found =
        RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(demo.pid()), "status")));
    if (!found.find()) throw new IllegalStateException("This system does not tell VmRSS");
    return Integer.parseInt(found.group(1)) / 1024.0;
  }

  private static void print(PrintStream out, String what, List<Began> starts) {
    if (starts.isEmpty()) {
      out.printf("%-28s  this JDK made no cache%n", what);
      return;
    }
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
