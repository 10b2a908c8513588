package frontdesk.adapters.calcom;

import frontdesk.http.HttpHandler;
import frontdesk.tool.Hold;
import frontdesk.tool.Tool;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The tools of an agent for meetings: `find_free_times`, `book_meeting`, `list_meetings`,
/// `move_meeting` and `cancel_meeting`.
///
/// Whoever speaks sees and touches what they booked in the same conversation, and what a verified
/// e-mail address of theirs comes to; staff see all. What acts is found again at the provider when
/// its answer was lost: a booking by our key in its metadata, a move by where the old booking went,
/// a cancelling by its status.
public final class CalComTools {
  /// Their names.
  public static final List<String> NAMES =
      List.of("find_free_times", "book_meeting", "list_meetings", "move_meeting", "cancel_meeting");

  private CalComTools() {}

  /// All of them.
  ///
  /// @param client the provider's server, with the path of {@link CalComSettings#url}
  /// @param clock what lies in the past is told by it
  public static List<Tool> of(CalComSettings settings, HttpHandler client, InstantSource clock) {
    var http = new Client(client, settings.key(), clock);
    var calendar =
        new Calendar(
            new Bookings(http),
            new Slots(http),
            new EventTypes(http, clock, settings.createEventTypes()),
            clock);
    Optional<Hold> hold =
        settings.holdSlots() ? Optional.of(SlotHold.of(calendar)) : Optional.empty();
    return List.of(
        new FindFreeTimes(calendar),
        new BookMeeting(calendar, hold),
        new ListMeetings(calendar),
        new MoveMeeting(calendar),
        new CancelMeeting(calendar));
  }
}
