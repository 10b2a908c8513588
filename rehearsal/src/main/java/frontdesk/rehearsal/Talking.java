package frontdesk.rehearsal;

import frontdesk.model.ModelRequest.Form;
import frontdesk.model.guided.Phrases;
import frontdesk.model.guided.Said;
import frontdesk.model.guided.SmallTalk;
import java.util.List;
import java.util.Optional;

/// What is said to a line that wants no tool; a question that is still open is asked again.
final class Talking {
  private final Scene scene;
  private final Hearing hearing;
  private final Asking asking;
  private final Sentences sentences;

  Talking(Scene scene, Hearing hearing, Asking asking) {
    this.scene = scene;
    this.hearing = hearing;
    this.asking = asking;
    this.sentences = Sentences.in(scene.language());
  }

  String text() {
    Optional<Form> form =
        scene.pending().stream().filter(f -> !f.missing().isEmpty()).reduce((_, last) -> last);
    String said = said(form.isPresent());
    boolean over = hearing.chat().kind() == Chat.Kind.FAREWELL;
    String open = new AtPreview(scene, hearing).reminder();
    String next = open.isEmpty() ? form.map(this::question).orElse("") : open;
    return over && open.isEmpty() ? said : (said + " " + next).strip();
  }

  private String question(Form form) {
    return scene
        .offer(form.tool())
        .map(offer -> asking.ask(offer, Needs.of(form), hearing.fill(offer)))
        .orElse("");
  }

  /// @param asks whether an open question follows
  private String said(boolean asks) {
    List<String> can = asks ? List.of() : abilities();
    return switch (hearing.chat().kind()) {
      case GREETING -> sentences.greeting(can);
      case THANKS -> sentences.thanks();
      case FAREWELL -> sentences.farewell();
      case HELP -> sentences.help(abilities());
      case BOT -> sentences.bot();
      case PERSON -> sentences.noPerson();
      case DROP -> sentences.nothingToDrop();
      case YES, NO -> asks ? "" : sentences.acknowledged();
      case MATTER -> asks ? opening() : toMatter(can);
    };
  }

  private String toMatter(List<String> can) {
    return Words.of(hearing.chat().rest()).isEmpty()
        ? sentences.acknowledged()
        : sentences.nothingFits(can);
  }

  /// To a line that answers nothing, while something is asked for.
  private String opening() {
    String plain = Said.plain(scene.text());
    SmallTalk.Kind kind = new SmallTalk(List.of()).kind(plain);
    return switch (kind) {
      case UNSURE, QUESTION, HELP -> Phrases.in(scene.language()).opening(kind, false);
      case GREETING, THANKS, FAREWELL, AGREEMENT, TROUBLE, OTHER -> "";
    };
  }

  private List<String> abilities() {
    return scene.offers().stream().map(offer -> offer.label(scene.language())).toList();
  }
}
