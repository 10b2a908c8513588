package frontdesk.adapters.openai;

import frontdesk.adapters.openai.Draft.PartialCall;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;

/// Puts the calls of a chat completion together. In pieces a call is known by its index; id and
/// name come with its first piece. Some servers leave the index out, give all calls the same one,
/// or repeat the id with each piece.
final class ChatCalls {
  private static final long NO_INDEX = -1;

  private final Draft draft;
  private final Map<Long, PartialCall> open = new HashMap<>();

  ChatCalls(Draft draft) {
    this.draft = draft;
  }

  /// Reads the call, or piece of one, at which the parser of `bytes` stands.
  void read(JsonParser parser, byte[] bytes, boolean inPieces) {
    var piece = new Piece(bytes);
    Wire.members(parser, piece::member);
    PartialCall known = inPieces ? open.get(piece.index) : null;
    if (known != null && continues(piece, known)) {
      known.complete(piece.id, piece.name);
      known.add(piece.arguments);
      return;
    }
    PartialCall begun = draft.call(piece.id, piece.name);
    begun.add(piece.arguments);
    open.put(piece.index, begun);
  }

  /// Whether the piece belongs to the call of its index, or without one to the newest.
  private static boolean continues(Piece piece, PartialCall known) {
    if (!piece.id.isEmpty() && !known.id().isEmpty()) return piece.id.equals(known.id());
    // Without ids and index only a name tells where the next one begins.
    boolean anonymous = piece.id.isEmpty() && piece.index == NO_INDEX;
    return !anonymous || piece.name.isEmpty() || known.name().isEmpty();
  }

  private static final class Piece {
    private final byte[] bytes;
    private long index = NO_INDEX;
    private String id = "";
    private String name = "";
    private String arguments = "";

    private Piece(byte[] bytes) {
      this.bytes = bytes;
    }

    private void member(String member, JsonParser value) {
      switch (member) {
        case "index" -> index = Wire.count(value);
        case "id" -> id = Wire.text(value);
        case "function" -> Wire.members(value, this::function);
        default -> {}
      }
    }

    private void function(String member, JsonParser value) {
      switch (member) {
        case "name" -> name = Wire.text(value);
        case "arguments" -> arguments = arguments(value);
        default -> {}
      }
    }

    /// JSON as a text, as it should be, or as itself.
    private String arguments(JsonParser value) {
      if (!value.isExpectedStartObjectToken()) return Wire.text(value);
      int start = Wire.start(value);
      value.skipChildren();
      return Wire.raw(value, bytes, start).text();
    }
  }
}
