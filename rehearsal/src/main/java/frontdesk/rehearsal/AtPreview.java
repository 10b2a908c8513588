package frontdesk.rehearsal;

import frontdesk.json.Jsons;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest.Form;
import frontdesk.rehearsal.Hearing.Decision;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// What the newest line is to a call that lacks nothing: its preview waits for the customer's yes,
/// or was turned down. A yes counts only right after the preview was shown, so a yes that comes
/// later shows it again, as does what is unclear; what turns it down drops the call.
final class AtPreview {
  private static final Pattern REFUSES =
      Pattern.compile(
          "\\W*(?:(?:no|nope|nah|please|ok|okay|sorry|actually|oh|but|well|i)\\b\\W*)*"
              + "(?:(?:said|told you) no|(?:don't|do not|dont|never)(?: \\w+){0,4}|(?:keep|leave) (?:it|that|them|the \\w+|my \\w+)(?: \\w+){0,4}"
              + "|(?:'d |would )?rather not(?: \\w+){0,2}|better not|no way|not any ?more)\\W*"
              + "|\\W*(?:ฉัน|ผม|หนู)?(?:บอกว่า)?(?:ไม่เป็นไร|ไม่ต้อง\\S*|ไม่เอา\\S*|อย่า\\S*|เก็บไว้\\S*)(?:แล้ว|ค่ะ|ครับ|คะ|นะ|จ้ะ|\\s)*\\W*");
  private static final Pattern UNSURE =
      Pattern.compile("\\b(?:sure|know|think|decided)\\b|แน่ใจ|รู้|คิด");
  private static final Pattern PUTS_OFF =
      Pattern.compile(
          "\\W*(?:(?:no|please|ok|okay|oh|just)\\b\\W*)*(?:not (?:yet|now|right now|just yet)|wait|hold on|hang on|(?:wait |just )?(?:a|one) (?:moment|second|sec|minute)|let me (?:think|check|see)|later|maybe later)\\b[^?]{0,30}"
              + "|\\W*(?:รอ|เดี๋ยว|ยังก่อน|ยังไม่|ไว้ก่อน|ขอคิดดู)\\S*(?:\\s\\S{0,6})?\\W*");

  private static final Pattern CHANGES =
      Pattern.compile(
          "^\\W*(?:no|nope|nah)\\b|\\b(?:change|another|different|instead|make it|wrong|incorrect|not that)\\b|^\\W*ไม่ใช่|อื่น|เปลี่ยน|ผิด|แก้");

  /// What is longer says more than that.
  private static final int PHRASE_MAX = 200;

  private final Scene scene;
  private final Hearing hearing;
  private final Sentences sentences;

  AtPreview(Scene scene, Hearing hearing) {
    this.scene = scene;
    this.hearing = hearing;
    this.sentences = Sentences.in(scene.language());
  }

  /// Empty when the line wants something else, or nothing lacks but a yes.
  Optional<ModelReply> reply() {
    Optional<Form> complete = complete();
    if (complete.isEmpty()) return Optional.empty();
    Form form = complete.get();
    if (refuses()) return Optional.of(drop(form));
    boolean none = scene.offer(form.tool()).filter(o -> Offered.none(scene, o)).isPresent();
    if (none) return Optional.of(ModelReply.text(sentences.otherThan()));
    if (scene.preview().isEmpty()) return Optional.empty();
    if (changes()) return Optional.of(ModelReply.text(sentences.whatElse()));
    if (saysNothingNew() && matches(PUTS_OFF)) return Optional.of(ModelReply.text(notYet(form)));
    return isUnclear() ? Optional.of(again(form)) : Optional.empty();
  }

  /// The call whose preview is open, else the newest that was made and lacks nothing.
  private Optional<Form> complete() {
    return scene
        .preview()
        .map(Latest::tool)
        .or(() -> scene.calls().reversed().stream().map(c -> c.tool()).findFirst())
        .flatMap(scene::form)
        .filter(form -> form.missing().isEmpty() || asksWhich(form));
  }

  /// The customer was asked which thing is meant.
  private boolean asksWhich(Form form) {
    return scene.offer(form.tool()).stream()
        .flatMap(offer -> offer.parameters().stream())
        .anyMatch(p -> !p.from().isEmpty() && form.missing().contains(p.name()));
  }

  private boolean refuses() {
    boolean drops = hearing.chat().kind() == Chat.Kind.DROP && scene.pending().size() > 1;
    boolean no = hearing.chat().kind() == Chat.Kind.NO && scene.preview().isPresent();
    if (UNSURE.matcher(scene.text().toLowerCase(Locale.ROOT)).find()) return drops;
    return drops || (saysNothingNew() && (no || matches(REFUSES)));
  }

  /// Something is to be otherwise, and the line does not say what, or says nothing that is known.
  private boolean changes() {
    String plain = scene.text().toLowerCase(Locale.ROOT);
    boolean other = plain.matches(".*\\b(?:my|our) .*") && hearing.decision() != Decision.NONE;
    boolean talks =
        switch (hearing.chat().kind()) {
          case DROP, BOT, PERSON, HELP -> true;
          case GREETING, THANKS, FAREWELL, YES, NO, MATTER -> false;
        };
    return saysNothingNew() && !other && !talks && CHANGES.matcher(plain).find();
  }

  private boolean matches(Pattern pattern) {
    String plain = scene.text().toLowerCase(Locale.ROOT).replace('’', '\'');
    return plain.length() <= PHRASE_MAX && pattern.matcher(plain).matches();
  }

  private boolean saysNothingNew() {
    return hearing.filled().isEmpty();
  }

  /// A yes that did not count, or a line that is no wish and nothing that is known.
  private boolean isUnclear() {
    return switch (hearing.chat().kind()) {
      case YES, NO -> saysNothingNew();
      case MATTER ->
          hearing.decision() == Decision.NONE
              && !hearing.chat().requests()
              && !scene.text().contains("?");
      case GREETING, THANKS, FAREWELL, HELP, BOT, PERSON, DROP -> false;
    };
  }

  private String notYet(Form form) {
    return sentences.leftAlone() + " " + sentences.waits(scene.label(form.tool()));
  }

  /// What is still open, where a preview is that the customer wrote nothing about; else nothing.
  String reminder() {
    return scene
        .preview()
        .flatMap(_ -> complete())
        .map(form -> sentences.waits(scene.label(form.tool())))
        .orElse("");
  }

  /// The same call once more: its preview takes the place of the one before.
  ModelReply again(Form form) {
    ObjectNode none = Jsons.object();
    boolean several =
        scene.pending().stream().filter(f -> f.tool().equals(form.tool())).count() > 1;
    return Proceeding.call(form.tool(), several ? none.put("pending", form.pending()) : none);
  }

  private ModelReply drop(Form form) {
    return scene.canCall(Scene.DROP)
        ? Proceeding.call(Scene.DROP, Jsons.object().put("pending", form.pending()))
        : ModelReply.text(sentences.leftAlone());
  }
}
