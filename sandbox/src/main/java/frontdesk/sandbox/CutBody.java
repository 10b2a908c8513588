package frontdesk.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Breaks off after so many bytes, or at the end when there are fewer: never ends well. What reads
/// it to send it can only cut the connection.
public final class CutBody extends AlteredBody {
  private long left;

  public CutBody(InputStream body, long bytes) {
    super(body);
    this.left = bytes;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) return 0;
    int n = left == 0 ? -1 : in.read(to, offset, (int) Math.min(length, left));
    if (n < 0) throw new EOFException("cut here, as asked");
    left -= n;
    return n;
  }
}
