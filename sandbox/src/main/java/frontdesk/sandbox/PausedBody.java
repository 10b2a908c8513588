package frontdesk.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BooleanSupplier;

/// Pauses once after so many bytes, then goes on, or breaks off when the pause says false.
final class PausedBody extends AlteredBody {
  private final BooleanSupplier pause;
  private long left;

  PausedBody(InputStream body, long bytes, BooleanSupplier pause) {
    super(body);
    this.left = bytes;
    this.pause = pause;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (left == 0) {
      left = Long.MAX_VALUE;
      if (!pause.getAsBoolean()) throw new EOFException("nobody released it");
    }
    int n = in.read(to, offset, (int) Math.min(length, left));
    if (n > 0 && left != Long.MAX_VALUE) left -= n;
    return n;
  }
}
