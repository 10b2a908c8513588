package frontdesk.bench.outside;

/// How the model server and the backend behave.
///
/// @param latencyMillis before each answer
/// @param errorPercent of the model's answers, half of them 429 and half 500, drawn by `seed`
/// @param hold whether the model keeps its answers back until they are released
/// @param bytes least length of the model's answers, and of the backend's
/// @param records whether the model keeps what it was sent, to compare it with what comes next
public record Knobs(
    int latencyMillis, int errorPercent, long seed, boolean hold, int bytes, boolean records) {

  /// Answers at once, briefly and rightly.
  public static final Knobs PLAIN = new Knobs(0, 0, 0, false, 0, false);

  public Knobs withLatency(int millis) {
    return new Knobs(millis, errorPercent, seed, hold, bytes, records);
  }

  public Knobs withErrors(int percent, long drawnBy) {
    return new Knobs(latencyMillis, percent, drawnBy, hold, bytes, records);
  }

  public Knobs holding() {
    return new Knobs(latencyMillis, errorPercent, seed, true, bytes, records);
  }

  public Knobs withBytes(int least) {
    return new Knobs(latencyMillis, errorPercent, seed, hold, least, records);
  }

  public Knobs recording() {
    return new Knobs(latencyMillis, errorPercent, seed, hold, bytes, true);
  }
}
