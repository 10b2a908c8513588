package frontdesk.simulation.world;

import frontdesk.conversation.Logged;
import java.util.Optional;

/// What a server answers to a customer's request.
///
/// @param accepted the event is durable
/// @param answer the entry that answered it, if it was waited for and came in time
record Response(boolean accepted, Optional<Logged> answer) {
  static final Response UNAVAILABLE = new Response(false, Optional.empty());
}
