package frontdesk.sandbox;

import frontdesk.http.Request;
import frontdesk.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// What one vendor's stand-in adds to a {@link Sandbox}. Paths are the vendor's own: where it is
/// mounted is not its business. Called by many threads at once.
public interface StandIn {

  /// As in `sandbox NAME`.
  String name();

  /// Answers a request of the vendor's API; nothing is done before the answer is taken.
  Answer answer(Request request);

  /// The vendor's answer when it fails with this status.
  Response failure(int status);

  /// A failure that the vendor has a name for; empty when it has none of that name.
  Optional<Response> failure(String name);

  /// The names of its failures.
  SortedSet<String> failures();

  /// A control that only this stand-in has, such as `script`; empty when there is none of that
  /// name.
  ///
  /// @throws WrongControl the request cannot be used
  Optional<Response> control(String name, Request request);

  /// What it holds, as the inner HTML of its page.
  String page();

  /// What was really done since the last reset.
  List<Effect> effects();

  /// As it was when it was made.
  void reset();
}
