package frontdesk.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Types what the README says, as a stranger would: every command of it, in order, in one shell.
/// Only the port and the directories are others, so that the test gets in nobody's way; a command
/// that waits for a person gets the end of its input; `bin/check` is what runs this.
class ReadmeIT {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final long MINUTES_MAX = 6;

  /// A demo in the background, answered for before the next command.
  private static final String DEMO =
      """
      demo() {
        if [ -n "${demo_pid:-}" ]; then kill -9 "$demo_pid" 2>/dev/null; wait "$demo_pid" 2>/dev/null; fi
        bin/frontdesk demo --port $PORT "$@" & demo_pid=$!
        for i in $(seq 1800); do curl -sf http://127.0.0.1:$PORT/health/ready >/dev/null && return; sleep 0.1; done
        echo "the demo did not start"; exit 1
      }
      trap 'kill $demo_pid' EXIT
      """;

  @Test
  void every_command_of_the_readme_works_as_it_stands(@TempDir Path directory) throws Exception {
    String output = typed(script(directory));
    assertThat(output)
        .contains(
            "\"conversation_id\"", "Your ticket is T-", "Assistant: ", "\"urgency_level\":\"high\"")
        .contains("Your meeting is booked: ", "จองนัดหมายเรียบร้อยแล้วค่ะ")
        .contains("EXIT 0");
    assertThat(output.split("Here I am\\.", -1)).as("answered once, told again").hasSize(2 + 1);
  }

  @Test
  void the_readme_begins_with_its_two_commands() throws IOException {
    assertThat(blocks().getFirst()).hasSize(2);
    assertThat(blocks().getFirst().getFirst()).startsWith("bin/frontdesk demo");
    assertThat(blocks().getFirst().getLast()).startsWith("bin/check");
  }

  private static String script(Path directory) throws IOException {
    int port = freePort();
    var script = new StringBuilder("set -u\n").append("PORT=" + port + "\n").append(DEMO);
    script.append("demo\n");
    for (List<String> block : blocks().subList(1, blocks().size())) {
      for (String line : block) script.append(command(line)).append('\n');
    }
    // The process was killed in the middle of an answer: started again, it goes on.
    script.append(command("bin/frontdesk demo --data /tmp/slow --model scripted:/tmp/slow.yaml"));
    script.append('\n').append(repeated()).append("\necho EXIT $?\n");
    script.append("curl -s $A$ID/\n");
    return script
        .toString()
        .replace("127.0.0.1:8080", "127.0.0.1:" + port)
        .replace("/tmp/", directory + "/");
  }

  private static String repeated() throws IOException {
    return blocks().stream()
        .flatMap(List::stream)
        .filter(line -> line.contains("hi-1"))
        .findFirst()
        .orElseThrow()
        .replaceFirst(" &$", "");
  }

  private static String command(String line) {
    if (line.startsWith("bin/frontdesk demo")) {
      String opened = "demo" + line.substring("bin/frontdesk demo".length());
      // "Open a conversation as above": the demo of another directory knows none of before.
      return opened.contains("slow") ? opened + "\n" + "eval \"${AGAIN:-}\"" : opened;
    }
    if (line.startsWith("ID=")) return line + "\nAGAIN=" + quoted(line);
    return line.startsWith("bin/frontdesk chat") ? line + " </dev/null" : line;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /// The indented blocks of the README, before "The path of a message".
  private static List<List<String>> blocks() throws IOException {
    var blocks = new ArrayList<List<String>>();
    boolean inside = false;
    for (String line : Files.readAllLines(TOP.resolve("README.md"))) {
      if (line.startsWith("## The path")) break;
      boolean code = line.startsWith("    ");
      if (code && !inside) blocks.add(new ArrayList<>());
      if (code) blocks.getLast().add(line.strip().replaceFirst("\\s+# .*$", ""));
      inside = code;
    }
    return blocks;
  }

  private static String typed(String script) throws Exception {
    Path file = Files.createTempFile("readme", ".sh");
    Path output = Files.createTempFile("readme", ".out");
    Files.writeString(file, script);
    var builder = new ProcessBuilder("bash", file.toString()).directory(TOP.toFile());
    builder.environment().put("FRONTDESK_DATA", file + ".data");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    boolean ended = process.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    String said = Files.readString(output);
    assertThat(ended).as("ended in time:%n%s", said).isTrue();
    return said;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
