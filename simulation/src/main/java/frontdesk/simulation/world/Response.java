package frontdesk.simulation.world;

import frontdesk.conversation.Logged;
import java.util.Optional;

/// What a server answers to a customer's request.
///
/// @param accepted the event is durable
/// @param full the inbox was full, and nothing was taken
/// @param answer the entry that answered it, if it was waited for and came in time
record Response(boolean accepted, boolean full, Optional<Logged> answer) {
  static final Response UNAVAILABLE = new Response(false, false, Optional.empty());
  static final Response FULL = new Response(false, true, Optional.empty());

  static Response accepted(Optional<Logged> answer) {
    return new Response(true, false, answer);
  }
}
