package frontdesk.adapters.calcom;

import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.LooksUp;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// Cancels a meeting. Bound by the preview: which one, and when it is.
final class CancelMeeting implements WriteTool, LooksUp {
  private final ToolSpec spec = Specs.act("cancel_meeting");
  private final Calendar calendar;

  CancelMeeting(Calendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  /// What is to be cancelled.
  private record Plan(String uid, Instant start) {

    Json bound() {
      return Jsons.json(Jsons.object().put("meeting_id", uid).put("start", start.toString()));
    }

    static Plan of(JsonNode bound) {
      return new Plan(
          bound.path("meeting_id").asString(""), Instant.parse(bound.path("start").asString("")));
    }
  }

  @Override
  public Previewing preview(ToolContext context, Json arguments) {
    return Acting.preview(
        () -> {
          Words words = Words.of(context.locale());
          var given = new Given(arguments, words);
          Booking booking = standing(context, given, Until.of(context));
          String text =
              words.cancelPreview(
                  booking.called(),
                  when(context, booking),
                  booking.name(),
                  booking.email(),
                  given.text("reason"));
          return new Previewing.Preview(text, new Plan(booking.uid(), booking.start()).bound());
        });
  }

  private Booking standing(ToolContext context, Given given, Until until) {
    Words words = Words.of(context.locale());
    String uid = given.required("meeting_id");
    Booking booking = calendar.meant(uid, Scope.of(context), words, until);
    String when = when(context, booking);
    if (booking.isOff()) throw new Declined(new Outcome.Refused(words.alreadyCancelled(when)));
    if (booking.isOver(calendar.clock().instant())) {
      throw new Declined(new Outcome.Refused(words.alreadyOver(when)));
    }
    return booking;
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    return Acting.attempt(() -> cancelled(context, arguments, Until.beforeActing(context)));
  }

  private Outcome cancelled(ToolContext context, Json arguments, Until before) {
    Words words = Words.of(context.locale());
    var given = new Given(arguments, words);
    Plan plan = approved(context, given, before);
    Booking booking = calendar.own(plan.uid(), Scope.of(context), words, before);
    if (isCancelled(booking)) return done(context, booking);
    if (booking.wasMoved() || !booking.start().equals(plan.start())) {
      return new Outcome.Refused(words.changed());
    }
    if (!context.maySend()) return Acting.NOT_SENT;
    String reason = given.text("reason");
    var until = Until.of(context);
    return Acting.send(
        () -> done(context, calendar.bookings().cancel(plan.uid(), reason, until)),
        () -> find(context, plan.uid()),
        CalComException::failed);
  }

  private Plan approved(ToolContext context, Given given, Until until) {
    JsonNode bound = Jsons.parse(context.bound());
    if (bound.isObject()) return Plan.of(bound);
    Booking booking = standing(context, given, until);
    return new Plan(booking.uid(), booking.start());
  }

  /// Moving one cancels it too, as the provider has it.
  private static boolean isCancelled(Booking booking) {
    return booking.isOff() && !booking.wasMoved();
  }

  private static Outcome.Done done(ToolContext context, Booking booking) {
    Words words = Words.of(context.locale());
    var meeting = new Meeting(booking, new Written(words.thai(), context.zone()));
    return meeting.done(words.cancelled(booking.called(), meeting.when()));
  }

  private static String when(ToolContext context, Booking booking) {
    boolean thai = Words.of(context.locale()).thai();
    return new Meeting(booking, new Written(thai, context.zone())).when();
  }

  @Override
  public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
    JsonNode bound = Jsons.parse(context.bound());
    if (!bound.isObject()) return new Found.CannotTell("nobody knows which one it was");
    return find(context, Plan.of(bound).uid());
  }

  private Found find(ToolContext context, String uid) {
    return Acting.find(
        () -> {
          Words words = Words.of(context.locale());
          Booking booking = calendar.own(uid, Scope.of(context), words, Until.of(context));
          return isCancelled(booking)
              ? new Found.Applied(done(context, booking))
              : new Found.NotApplied();
        });
  }
}
