package frontdesk.adapters.calcom;

import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.LooksUp;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Moves a meeting, which gets another id by that. Bound by the preview: which one, from when to
/// when.
final class MoveMeeting implements WriteTool, LooksUp {
  private final ToolSpec spec = Specs.act("move_meeting");
  private final Calendar calendar;

  MoveMeeting(Calendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  /// What is to be moved.
  private record Plan(String uid, Instant from, Instant start, ZoneId zone) {

    Json bound() {
      return Jsons.json(
          Jsons.object()
              .put("meeting_id", uid)
              .put("from", from.toString())
              .put("start", start.toString())
              .put("zone", zone.getId()));
    }

    static Plan of(JsonNode bound) {
      return new Plan(
          bound.path("meeting_id").asString(""),
          Instant.parse(bound.path("from").asString("")),
          Instant.parse(bound.path("start").asString("")),
          ZoneId.of(bound.path("zone").asString("")));
    }
  }

  @Override
  public Previewing preview(ToolContext context, Json arguments) {
    return Acting.preview(
        () -> {
          Words words = Words.of(context.locale());
          var until = Until.of(context);
          var given = new Given(arguments, words);
          Booking booking = movable(context, given, until);
          Plan plan = planned(context, given, booking, until);
          var written = new Written(words.thai(), plan.zone());
          Duration length = Duration.ofMinutes(booking.minutes());
          String text =
              words.movePreview(
                  booking.called(),
                  written.span(booking.start(), booking.end()),
                  written.span(plan.start(), plan.start().plus(length)),
                  booking.minutes(),
                  given.text("reason"));
          return new Previewing.Preview(text, plan.bound());
        });
  }

  private Booking movable(ToolContext context, Given given, Until until) {
    Words words = Words.of(context.locale());
    String uid = given.required("meeting_id");
    Booking booking = calendar.meant(uid, Scope.of(context), words, until);
    var written = new Written(words.thai(), given.zone(context.zone()));
    String when = new Meeting(booking, written).when();
    if (booking.isOff()) throw new Declined(new Outcome.Refused(words.alreadyCancelled(when)));
    if (booking.isOver(calendar.clock().instant())) {
      throw new Declined(new Outcome.Refused(words.alreadyOver(when)));
    }
    return booking;
  }

  private Plan planned(ToolContext context, Given given, Booking booking, Until until) {
    Words words = Words.of(context.locale());
    ZoneId zone = given.zone(context.zone());
    var written = new Written(words.thai(), zone);
    LocalDate date = given.date().orElse(written.day(booking.start()));
    boolean same =
        date.atTime(given.requiredTime()).equals(booking.start().atZone(zone).toLocalDateTime());
    if (same) {
      String why = words.sameTime(new Meeting(booking, written).when());
      throw new Declined(new Outcome.NeedsInput(List.of(), Map.of(Given.TIME, why)));
    }
    Choice choice = choice(context, booking, zone, until);
    Instant start = choice.start(date, given.requiredTime());
    return new Plan(booking.uid(), booking.start(), start, zone);
  }

  private Choice choice(ToolContext context, Booking booking, ZoneId zone, Until until) {
    Words words = Words.of(context.locale());
    // Its kind may be hidden or gone by now: what is booked is moved all the same.
    EventType type =
        calendar.types().byId(booking.eventType(), until).orElseGet(() -> EventType.of(booking));
    var need = new Slots.Need(type, booking.minutes(), booking.uid());
    return new Choice(calendar, need, words, new Written(words.thai(), zone), until);
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    return Acting.attempt(() -> moved(context, arguments, Until.beforeActing(context)));
  }

  private Outcome moved(ToolContext context, Json arguments, Until before) {
    Words words = Words.of(context.locale());
    var given = new Given(arguments, words);
    Plan plan = approved(context, given, before);
    Booking booking = calendar.own(plan.uid(), Scope.of(context), words, before);
    if (booking.wasMoved()) return elsewhere(context, plan);
    if (booking.isOff() || !booking.start().equals(plan.from())) return changed(words);
    Choice choice = choice(context, booking, plan.zone(), before);
    if (!choice.isFree(plan.start())) return choice.notFree(plan.start()).outcome();
    if (!context.maySend()) return Acting.NOT_SENT;
    String reason = given.text("reason");
    var until = Until.of(context);
    return Acting.send(
        () ->
            done(context, plan, calendar.bookings().move(plan.uid(), plan.start(), reason, until)),
        () -> find(context, plan),
        refused ->
            Acting.taken(
                refused, () -> choice(context, booking, plan.zone(), until).notFree(plan.start())));
  }

  private Plan approved(ToolContext context, Given given, Until until) {
    JsonNode bound = Jsons.parse(context.bound());
    if (bound.isObject()) return Plan.of(bound);
    return planned(context, given, movable(context, given, until), until);
  }

  /// It stands elsewhere by now: by this act, or by somebody else's.
  private Outcome elsewhere(ToolContext context, Plan plan) {
    return switch (find(context, plan)) {
      case Found.Applied(var outcome) -> outcome;
      case Found.CannotTell(var why) -> new Outcome.NotSent(why);
      case Found.NotApplied _ -> changed(Words.of(context.locale()));
    };
  }

  private static Outcome changed(Words words) {
    return new Outcome.Refused(words.changed());
  }

  private static Outcome.Done done(ToolContext context, Plan plan, Booking booking) {
    Words words = Words.of(context.locale());
    var meeting = new Meeting(booking, new Written(words.thai(), plan.zone()));
    return meeting.done(words.moved(booking.called(), meeting.when()));
  }

  @Override
  public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
    JsonNode bound = Jsons.parse(context.bound());
    if (!bound.isObject()) return new Found.CannotTell("nobody knows where it was to be moved");
    return find(context, Plan.of(bound));
  }

  private Found find(ToolContext context, Plan plan) {
    return Acting.find(
        () -> {
          var until = Until.of(context);
          Scope scope = Scope.of(context);
          Booking old = calendar.own(plan.uid(), scope, Words.of(context.locale()), until);
          return calendar
              .movedTo(old, plan.start(), scope, until)
              .<Found>map(booking -> new Found.Applied(done(context, plan, booking)))
              .orElseGet(Found.NotApplied::new);
        });
  }
}
