package frontdesk.simulation.world;

/// Prints the hash of the trace of each seed from the first argument up to and without the second:
/// to be compared with those of another process or machine.
final class TraceHashes {
  private TraceHashes() {}

  public static void main(String[] args) {
    Quiet.please();
    System.out.print(of(Long.parseLong(args[0]), Long.parseLong(args[1])));
  }

  static String of(long from, long until) {
    var hashes = new StringBuilder();
    for (long seed = from; seed < until; seed++) {
      hashes.append(seed).append(' ').append(World.run(seed).trace().hash()).append('\n');
    }
    return hashes.toString();
  }
}
