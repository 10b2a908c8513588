package frontdesk.sandbox;

import frontdesk.http.Response;
import java.util.function.Supplier;

/// What a stand-in does about a request: what is to go wrong, and the deed, done when it is taken.
public record Answer(Trouble trouble, Supplier<Response> deed) {

  /// Nothing goes wrong beyond what the response says.
  public static Answer of(Supplier<Response> deed) {
    return new Answer(new Trouble.None(), deed);
  }
}
