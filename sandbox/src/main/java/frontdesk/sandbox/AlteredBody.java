package frontdesk.sandbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A body to do something to on its way: what is read of it, by one byte too, passes here.
abstract class AlteredBody extends FilterInputStream {
  AlteredBody(InputStream body) {
    super(body);
  }

  @Override
  public final int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public abstract int read(byte[] to, int offset, int length) throws IOException;
}
