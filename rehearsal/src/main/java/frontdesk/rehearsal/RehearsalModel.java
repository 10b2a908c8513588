package frontdesk.rehearsal;

import frontdesk.conversation.Made;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.model.guided.GuidedModel;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The keyless model: decides which tool a customer wants by the words of the tools, fills
/// arguments by their kind, asks for what is missing and tells what came of it. For an agent's
/// facts it is the guided model.
///
/// The same request gets the same reply. Its first words of a conversation say what it is.
public final class RehearsalModel implements ChatModel {
  /// Its name, in settings and in what it made.
  public static final String NAME = "rehearsal";

  private static final Pattern AFTER_SPACE = Pattern.compile("(?<=\\s)");

  private final GuidedModel guided = new GuidedModel();

  /// What it says of itself to customers.
  ///
  /// @param language `en` or `th`
  public static String announcement(String language) {
    return Sentences.in(language).announcement();
  }

  /// What is said of it to those who run it, in a line.
  ///
  /// @param language `en` or `th`
  /// @param setting what to set for a real model
  public static String notice(String language, String setting) {
    return Sentences.in(language).notice(setting);
  }

  @Override
  public ModelReply reply(ModelRequest request, Consumer<String> stream) {
    Scene scene = Scene.of(request);
    ModelReply reply = announced(scene, answer(scene)).with(Made.by(NAME));
    if (!reply.text().isEmpty()) AFTER_SPACE.splitAsStream(reply.text()).forEach(stream);
    return reply;
  }

  private ModelReply answer(Scene scene) {
    return scene.collectsFacts() ? facts(scene) : new Answering(scene).reply();
  }

  /// An agent that collects facts is guided, unless a line wants one of its other tools.
  private ModelReply facts(Scene scene) {
    if (wantsTool(scene)) return new Answering(scene).reply();
    ModelReply reply = guided.reply(scene.request(), _ -> {});
    boolean asksWhat =
        scene.talk().outcome().isEmpty() && Chat.of(scene.text()).kind() == Chat.Kind.BOT;
    return asksWhat && !reply.text().isEmpty()
        ? ModelReply.text(Sentences.in(scene.language()).bot() + " " + reply.text())
        : reply;
  }

  private static boolean wantsTool(Scene scene) {
    if (scene.offers().isEmpty()) return false;
    if (!scene.pending().isEmpty()) return true;
    return scene
        .talk()
        .outcome()
        .map(outcome -> scene.offer(outcome.tool()).isPresent())
        .orElseGet(() -> Hearing.of(scene).decision() == Hearing.Decision.CALL);
  }

  private static ModelReply announced(Scene scene, ModelReply reply) {
    if (reply.text().isEmpty() || isKnown(scene.request())) return reply;
    String first = announcement(scene.language());
    return new ModelReply(first + " " + reply.text(), reply.calls(), reply.ending(), reply.made());
  }

  private static boolean isKnown(ModelRequest request) {
    return request.messages().stream()
        .anyMatch(
            message ->
                message instanceof Message.Assistant(var text, _, _, var made)
                    && !text.isBlank()
                    && (made.model().equals(NAME)
                        || text.contains(announcement("en"))
                        || text.contains(announcement("th"))));
  }
}
