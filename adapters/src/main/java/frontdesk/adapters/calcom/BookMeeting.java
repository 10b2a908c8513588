package frontdesk.adapters.calcom;

import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.Hold;
import frontdesk.tool.LooksUp;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Books a meeting. Bound by the preview: event type, length, start and zone.
final class BookMeeting implements WriteTool, LooksUp {
  private final ToolSpec spec = Specs.act("book_meeting");
  private final Calendar calendar;
  private final Optional<Hold> hold;

  BookMeeting(Calendar calendar, Optional<Hold> hold) {
    this.calendar = calendar;
    this.hold = hold;
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  /// Who comes, and what about.
  private record Who(String name, String email, String topic) {

    static Who of(Given given) {
      return new Who(given.required("name"), given.email("email"), given.text("topic"));
    }
  }

  @Override
  public Optional<Hold> hold() {
    return hold;
  }

  @Override
  public Previewing preview(ToolContext context, Json arguments) {
    return Acting.preview(
        () -> {
          Words words = Words.of(context.locale());
          Wanted wanted = planned(context, arguments, Until.of(context));
          Who who = Who.of(new Given(arguments, words));
          String when = new Written(words.thai(), wanted.zone()).span(wanted.start(), wanted.end());
          String title = who.topic().isEmpty() ? wanted.type().title() : who.topic();
          String text = words.bookPreview(when, wanted.minutes(), who.name(), who.email(), title);
          return new Previewing.Preview(text, wanted.bound());
        });
  }

  private Wanted planned(ToolContext context, Json arguments, Until until) {
    Words words = Words.of(context.locale());
    var given = new Given(arguments, words);
    ZoneId zone = given.zone(context.zone());
    EventTypes.Kind kind = calendar.types().bookable(given.minutes(), words, until);
    var need = new Slots.Need(kind.type(), kind.minutes(), "");
    var choice = new Choice(calendar, need, words, new Written(words.thai(), zone), until);
    Instant start = choice.start(given.requiredDate(), given.requiredTime());
    return new Wanted(kind.type(), kind.minutes(), start, zone);
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    return Acting.attempt(() -> booked(context, arguments, Until.beforeActing(context)));
  }

  private Outcome booked(ToolContext context, Json arguments, Until before) {
    Words words = Words.of(context.locale());
    Who who = Who.of(new Given(arguments, words));
    Wanted wanted = made(approved(context, arguments, before), before);
    // Who holds it has it, though it counts as free for nobody.
    boolean held = Jsons.parse(context.held()).isObject();
    if (!held && !choice(context, wanted, before).isFree(wanted.start())) {
      return instead(context, find(context, wanted), wanted);
    }
    if (!context.maySend()) return Acting.NOT_SENT;
    var until = Until.of(context);
    return Acting.send(
        () ->
            done(
                context,
                wanted.zone(),
                calendar.bookings().book(wish(context, wanted, who), until)),
        () -> find(context, wanted),
        refused -> refused(context, wanted, refused));
  }

  /// What the customer approved, if it can still be had.
  private Wanted approved(ToolContext context, Json arguments, Until until) {
    return Jsons.parse(context.bound()).isObject()
        ? Wanted.of(context, context.bound(), calendar, until)
        : planned(context, arguments, until);
  }

  private Wanted made(Wanted wanted, Until until) {
    return wanted.type().isNew()
        ? wanted.of(calendar.types().made(wanted.minutes(), until))
        : wanted;
  }

  private static Bookings.Wish wish(ToolContext context, Wanted wanted, Who who) {
    return new Bookings.Wish(
        wanted.type(),
        wanted.minutes(),
        wanted.start(),
        new Written(false, wanted.zone()).iana(),
        Words.of(context.locale()).locale(),
        who.name(),
        who.email(),
        who.topic(),
        context.key().value(),
        Scope.of(context).mark());
  }

  private static Outcome.Done done(ToolContext context, ZoneId zone, Booking booking) {
    Words words = Words.of(context.locale());
    var meeting = new Meeting(booking, new Written(words.thai(), zone));
    String title = booking.called();
    String when = meeting.when();
    if (booking.isOff()) return meeting.done(words.bookedAndOff(title, when));
    return booking.status().equals("pending")
        ? meeting.done(words.requested(title, when, booking.email()))
        : meeting.done(words.booked(title, when, booking.email()));
  }

  private Outcome refused(ToolContext context, Wanted wanted, CalComException refused) {
    return switch (refused.kind()) {
      case TAKEN, OUT_OF_BOUNDS -> notFree(context, wanted);
      case NO_SUCH -> {
        calendar.types().forget();
        yield new Outcome.Refused(Words.of(context.locale()).changed());
      }
      case UNREACHED, THROTTLED, UNAUTHORISED, REFUSED, UNCLEAR -> refused.failed();
    };
  }

  /// The time is not free: unless it is this act that has it, something else is offered.
  private Outcome instead(ToolContext context, Found found, Wanted wanted) {
    return switch (found) {
      case Found.Applied(var outcome) -> outcome;
      case Found.CannotTell(var why) -> new Outcome.NotSent(why);
      case Found.NotApplied _ -> notFree(context, wanted);
    };
  }

  private Outcome notFree(ToolContext context, Wanted wanted) {
    return choice(context, wanted, Until.of(context)).notFree(wanted.start()).outcome();
  }

  private Choice choice(ToolContext context, Wanted wanted, Until until) {
    Words words = Words.of(context.locale());
    var written = new Written(words.thai(), wanted.zone());
    return new Choice(calendar, wanted.need(), words, written, until);
  }

  @Override
  public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
    if (!Jsons.parse(context.bound()).isObject()) {
      return new Found.CannotTell("nobody knows when it was to be");
    }
    return find(context, Wanted.unnamed(context.bound()));
  }

  /// Looks through all that lies at the time. Not by the address: the provider may write it
  /// otherwise than it was given.
  private Found find(ToolContext context, Wanted wanted) {
    return Acting.find(
        () -> {
          var at = calendar.bookings().between(wanted.start(), wanted.end(), Until.of(context));
          Scope scope = Scope.of(context);
          return at.stream()
              .filter(booking -> booking.idem().equals(context.key().value()))
              .filter(booking -> booking.start().equals(wanted.start()) && scope.has(booking))
              .findFirst()
              .<Found>map(booking -> new Found.Applied(done(context, wanted.zone(), booking)))
              .orElseGet(Found.NotApplied::new);
        });
  }
}
