package frontdesk.sandbox.openai;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A reply in the words of one of the two APIs: whole, and as the events of a stream.
sealed interface Written permits ResponsesReply, ChatReply {

  String id();

  ObjectNode whole();

  /// All but how it ends.
  List<ObjectNode> events();

  /// How it ends well.
  List<ObjectNode> last();

  /// How it ends when the provider fails in the middle.
  ObjectNode error();

  /// How it ends when the provider says that the reply failed.
  ObjectNode failed();

  /// The whole reply when it failed.
  ObjectNode failedWhole();

  /// One event as it goes over the wire.
  String frame(ObjectNode event, int number);

  /// What stands behind the last event.
  String closing();
}
