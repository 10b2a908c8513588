package frontdesk.sandbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Pauses before each piece of at most 64 bytes.
final class SlowBody extends FilterInputStream {
  private static final int PIECE_BYTES = 64;

  private final Runnable pause;

  SlowBody(InputStream body, Runnable pause) {
    super(body);
    this.pause = pause;
  }

  @Override
  public int read() throws IOException {
    pause.run();
    return super.read();
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    pause.run();
    return super.read(to, offset, Math.min(length, PIECE_BYTES));
  }
}
