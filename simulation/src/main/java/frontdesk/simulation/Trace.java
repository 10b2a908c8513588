package frontdesk.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happened in a run, a line for each yield point: its number, the simulated time in seconds,
/// who, and what was about to be done. The same seed gives the same text, byte for byte.
public final class Trace {
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, String> parents = new HashMap<>();

  /// One step.
  ///
  /// @param nanos simulated time
  /// @param who a thread, whose name begins with its node's and a slash; or a node, to which
  ///     something happened
  public record Line(long nanos, String who, String what) {
    public boolean aboutNode() {
      return who.indexOf('/') < 0;
    }
  }

  void add(long nanos, String who, String what) {
    lines.add(new Line(nanos, who, what));
  }

  void started(String parent, String thread) {
    parents.put(thread, parent);
  }

  public List<Line> lines() {
    return Collections.unmodifiableList(lines);
  }

  /// Which thread started this one; empty for the first.
  public Optional<String> parent(String thread) {
    return Optional.ofNullable(parents.get(thread));
  }

  public int size() {
    return lines.size();
  }

  public String text() {
    return tail(lines.size());
  }

  /// SHA-256 of the text, in hex: to compare runs of two machines.
  public String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var line = new StringBuilder();
      for (int i = 0; i < lines.size(); i++) {
        line.setLength(0);
        write(line, i + 1, lines.get(i));
        digest.update(line.toString().getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The newest lines.
  public String tail(int max) {
    int first = Math.max(0, lines.size() - max);
    var text = new StringBuilder();
    for (int i = first; i < lines.size(); i++) write(text, i + 1, lines.get(i));
    return text.toString();
  }

  /// How often each of these was about to be done; for tests that ask whether a case was reached.
  public long count(String what) {
    return lines.stream().filter(line -> line.what().equals(what)).count();
  }

  @Override
  public String toString() {
    return text();
  }

  private static void write(StringBuilder text, int number, Line line) {
    String micros = Long.toString(1_000_000 + line.nanos() / 1_000 % 1_000_000).substring(1);
    text.append(number).append(' ').append(line.nanos() / 1_000_000_000).append('.').append(micros);
    text.append(' ').append(line.who()).append(' ').append(line.what()).append('\n');
  }
}
