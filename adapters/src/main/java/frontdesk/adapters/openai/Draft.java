package frontdesk.adapters.openai;

import frontdesk.agent.Limits;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Json;
import frontdesk.conversation.Made;
import frontdesk.json.Jsons;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// A reply as it takes shape. Pieces of its text go to whoever watches; what was refused, or
/// thought, does not. Bounded: once it is full nothing is added, and it ends as cut, without calls,
/// as nobody knows what else it would have said.
final class Draft {
  static final int TEXT_MAX = 2 * Limits.REPLY_CHARACTERS;
  static final int ARGUMENTS_MAX = 4 * Limits.ARGUMENTS_CHARACTERS;
  static final int CALLS_MAX = 1_000;
  private static final String BETWEEN_MESSAGES = "\n\n";

  private final Consumer<String> stream;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder refusal = new StringBuilder();
  private final List<PartialCall> calls = new ArrayList<>();
  private final List<Json> items = new ArrayList<>();
  private String half = "";
  private int messageStart;
  private int argumentsLength;
  private boolean full;
  private boolean keepsItems = true;
  private Ending ending = Ending.COMPLETE;
  private Counts counts = Counts.NONE;

  Draft(Consumer<String> stream) {
    this.stream = stream;
  }

  /// What follows is a message of its own.
  void beginMessage() {
    if (!text.isEmpty()) say(BETWEEN_MESSAGES);
    messageStart = text.length();
  }

  /// Adds to the text. Half a character waits for its other half.
  void say(String piece) {
    if (full || piece.isEmpty()) return;
    String whole = half.isEmpty() ? piece : half + piece;
    int end = whole.length();
    if (Character.isHighSurrogate(whole.charAt(end - 1))) end--;
    half = whole.substring(end);
    String fitting = fitting(whole.substring(0, end));
    text.append(fitting);
    if (!fitting.isEmpty()) stream.accept(fitting);
  }

  /// The message that was begun says just this, whatever its pieces said.
  void settle(String message) {
    half = "";
    if (text.length() == messageStart) {
      say(message);
    } else if (!message.isEmpty() && !message.contentEquals(text.substring(messageStart))) {
      text.setLength(messageStart);
      text.append(fitting(message));
    }
  }

  /// Adds to the words that stand in place of an answer.
  void refuse(String piece) {
    if (refusal.length() + piece.length() <= TEXT_MAX) refusal.append(piece);
    ending = Ending.REFUSED;
  }

  /// Begins a call.
  PartialCall call(String id, String name) {
    var call = new PartialCall(id, name);
    if (calls.size() == CALLS_MAX) full = true;
    else calls.add(call);
    return call;
  }

  /// Keeps an item of the provider, to be sent back: compact, as the log writes it, so that it has
  /// the same bytes in every request. What the log would not take is told anew, with the rest.
  void keep(Json item) {
    Optional<ObjectNode> same = Jsons.tryObject(item.text());
    if (same.isEmpty()) keepsItems = false;
    else items.add(Jsons.json(same.get()));
  }

  /// A refusal stays one, however the reply ended.
  void end(Ending how) {
    if (ending != Ending.REFUSED) ending = how;
  }

  void count(Counts told) {
    counts = told;
  }

  /// Whether it takes no more.
  boolean isFull() {
    return full;
  }

  /// The reply.
  ///
  /// @param model that made it
  /// @param sent bytes of the request
  /// @param received bytes of the answer
  /// @param replyTokens the most it was to take
  ModelReply reply(String model, long sent, long received, int replyTokens) {
    Ending how = full && ending == Ending.COMPLETE ? Ending.CUT : ending;
    boolean runs = !full && how != Ending.REFUSED;
    var usage = counts.usage(sent, received, estimate(), replyTokens);
    // Of a reply that is not whole the provider would not take the items back.
    List<Json> whole = how == Ending.COMPLETE && keepsItems ? items : List.of();
    var made = new Made(model, false, whole, usage);
    String words = Wire.clean((refusal.isEmpty() ? text : refusal).toString());
    List<AskedCall> asked = runs ? calls.stream().map(PartialCall::asked).toList() : List.of();
    return new ModelReply(words, asked, how, made);
  }

  private long estimate() {
    long tokens = Tokens.estimate(text.toString()) + Tokens.estimate(refusal.toString());
    for (PartialCall call : calls) tokens += Tokens.estimate(call.name + call.arguments);
    return tokens;
  }

  private String fitting(String piece) {
    int room = TEXT_MAX - text.length();
    if (piece.length() <= room) return piece;
    full = true;
    if (room > 0 && Character.isHighSurrogate(piece.charAt(room - 1))) room--;
    return piece.substring(0, room);
  }

  /// A call whose arguments come in pieces.
  final class PartialCall {
    private String id;
    private String name;
    private final StringBuilder arguments = new StringBuilder();

    private PartialCall(String id, String name) {
      this.id = id;
      this.name = name;
    }

    String id() {
      return id;
    }

    String name() {
      return name;
    }

    /// What the first piece did not say.
    void complete(String laterId, String laterName) {
      if (id.isEmpty()) id = laterId;
      if (name.isEmpty()) name = laterName;
    }

    void add(String piece) {
      argumentsLength += piece.length();
      if (argumentsLength > ARGUMENTS_MAX) full = true;
      if (!full) arguments.append(piece);
    }

    private AskedCall asked() {
      return new AskedCall(id, name, Wire.clean(arguments.toString()));
    }
  }
}
