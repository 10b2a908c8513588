package frontdesk.server.http;

import frontdesk.http.Body;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A request's body: nothing is read from the peer before somebody pulls. Remembers how reading
/// failed, whatever the handler makes of the exception.
final class PulledBody extends InputStream {

  enum State {
    SOUND,
    MALFORMED,
    BROKEN
  }

  private final ServerRequest request;
  private final int maxBytes;
  private @Nullable InputStream stream;
  private State state = State.SOUND;

  PulledBody(ServerRequest request, int maxBytes) {
    this.request = request;
    this.maxBytes = maxBytes;
  }

  State state() {
    return state;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (state != State.SOUND) throw new IOException("The body broke off");
    try {
      if (stream == null) stream = request.content().inputStream();
      return stream.read(into, from, length);
    } catch (RequestException e) {
      throw refused(e.status(), e);
    } catch (HttpException e) {
      throw refused(e.status(), e);
    } catch (IllegalArgumentException | DataReader.IncorrectNewLineException e) { // of chunks
      state = State.MALFORMED;
      throw new IOException("The body is malformed", e);
    } catch (RuntimeException e) {
      state = State.BROKEN;
      throw new IOException("The peer broke off or was too slow", e);
    }
  }

  private IOException refused(Status status, RuntimeException e) {
    if (status.code() == 413) throw new Body.TooLarge(maxBytes);
    state = State.MALFORMED;
    return new IOException("The body is malformed", e);
  }
}
