package frontdesk.adapters.openai;

import frontdesk.engine.Threads;
import frontdesk.http.Response;
import java.io.IOException;

/// A provider's answer while it is read. Once the reply in it is whole nobody waits for its end:
/// a thread beside reads what is left, as a connection can be used again only after an answer
/// that was read to its end.
final class Answer implements AutoCloseable {
  private static final int REST_BYTES_MAX = 64 * 1024;

  private final Response response;
  private final Threads threads;
  private boolean whole;

  Answer(Response response, Threads threads) {
    this.response = response;
    this.threads = threads;
  }

  Response response() {
    return response;
  }

  /// Nothing that is left of it matters.
  void isWhole() {
    whole = true;
  }

  @Override
  public void close() {
    if (whole) threads.start("the rest of an answer", this::readRest);
    else response.close();
  }

  /// Ends at the latest with the request's deadline, as all reading of its answer.
  private void readRest() {
    try (response) {
      response.body().stream().readNBytes(REST_BYTES_MAX);
    } catch (IOException e) {
      // Then this connection is not used again.
    }
  }
}
