package frontdesk.adapters.calcom;

import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.json.Jsons;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists meetings: a customer's own, all to staff.
final class ListMeetings implements Tool {
  private static final int MEETINGS_MAX = 50;
  private static final int LINES_MAX = 10;

  private final ToolSpec spec = Specs.look("list_meetings");
  private final Calendar calendar;

  ListMeetings(Calendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  @Override
  public Outcome call(ToolContext context, Json arguments) {
    return Looking.outcome(() -> listed(context, arguments));
  }

  private Outcome listed(ToolContext context, Json arguments) {
    Words words = Words.of(context.locale());
    var written = new Written(words.thai(), context.zone());
    Status status = Status.of(new Given(arguments, words).text("status"));
    Scope scope = Scope.of(context);
    Instant now = calendar.clock().instant();
    Bookings.Some own =
        calendar
            .bookings()
            .list(
                status.query(),
                booking -> scope.has(booking) && status.has(booking, now),
                MEETINGS_MAX,
                Until.of(context));
    List<Meeting> meetings =
        own.bookings().stream().map(booking -> new Meeting(booking, written)).toList();
    ObjectNode content = Jsons.object();
    ArrayNode list = content.putArray("meetings");
    meetings.forEach(meeting -> list.add(meeting.json()));
    content.put("complete", own.complete());
    return new Outcome.Done(
        Jsons.json(content.put("text", text(words, status, meetings, own, scope.all()))));
  }

  private static String text(
      Words words, Status status, List<Meeting> meetings, Bookings.Some own, boolean withNames) {
    var lines = new ArrayList<String>();
    lines.add(words.meetings(status, meetings.size()));
    for (Meeting meeting : meetings) {
      if (lines.size() > LINES_MAX) break;
      Booking booking = meeting.booking();
      String who = withNames ? ", " + booking.name() + ", " + booking.email() : "";
      lines.add(lines.size() + ". " + meeting.when() + ": " + booking.called() + who);
    }
    if (meetings.size() > LINES_MAX || !own.complete()) lines.add(words.andMore());
    return String.join("\n", lines);
  }
}
