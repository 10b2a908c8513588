package frontdesk.sandbox.openai;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// The provider's prompt cache: what a request shares with an earlier one, from its first byte on.
/// Keeps the last 200 prompts and 32 MiB at most.
final class Prompts {
  private static final int PROMPTS_MAX = 200;
  private static final long BYTES_MAX = 32L * 1024 * 1024;
  private static final long TOKENS_MIN = 1_024;

  private final Deque<byte[]> earlier = new ArrayDeque<>();
  private long bytes;

  /// How many tokens of a prompt were read before; fewer than 1,024 count as none.
  synchronized long cached(byte[] prompt) {
    int shared = 0;
    for (byte[] other : earlier) {
      int differs = Arrays.mismatch(prompt, other);
      shared = Math.max(shared, differs < 0 ? prompt.length : differs);
    }
    keep(prompt);
    long tokens = shared / Usage.BYTES_PER_TOKEN;
    return tokens < TOKENS_MIN ? 0 : tokens;
  }

  synchronized void reset() {
    earlier.clear();
    bytes = 0;
  }

  private void keep(byte[] prompt) {
    earlier.addLast(prompt);
    bytes += prompt.length;
    while (earlier.size() > PROMPTS_MAX || bytes > BYTES_MAX) bytes -= earlier.removeFirst().length;
  }
}
