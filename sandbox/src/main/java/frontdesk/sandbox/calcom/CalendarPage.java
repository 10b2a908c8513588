package frontdesk.sandbox.calcom;

import frontdesk.sandbox.Html;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Shows what is booked and held, and who asked what: the upcoming days first.
///
/// @param zone of all times
record CalendarPage(ZoneId zone, Instant now) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter EXACTLY = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int SHOWN_MAX = 200;

  String html(
      List<EventType> types,
      List<Booking> bookings,
      List<Reservation> held,
      List<Requests.Kept> requests) {
    var html = new StringBuilder("<p class=dim>Times are in ").append(Html.text(zone.getId()));
    html.append(", where it is ").append(EXACTLY.format(now.atZone(zone)));
    html.append(". Open 09:00\u201318:00 every day. Reload for more.</p>\n");
    upcoming(bookings, html);
    held(held, html);
    gone(bookings, html);
    types(types, html);
    requests(requests, html);
    return html.toString();
  }

  private void upcoming(List<Booking> bookings, StringBuilder html) {
    SequencedMap<LocalDate, List<Booking>> days =
        bookings.stream()
            .filter(booking -> !booking.cancelled() && booking.end().isAfter(now))
            .sorted(Comparator.comparing(Booking::start))
            .limit(SHOWN_MAX)
            .collect(
                Collectors.groupingBy(
                    booking -> booking.start().atZone(zone).toLocalDate(),
                    TreeMap::new,
                    Collectors.toList()));
    if (days.isEmpty()) {
      html.append("<p>Nothing is booked. The API is below the address of this page (beside the");
      html.append(" demo: below its <code>api</code>); the key is <code>cal_demo</code>.</p>\n");
    }
    days.forEach(
        (day, all) -> {
          open(DAY.format(day), all.size() + (all.size() == 1 ? " booking" : " bookings"), html);
          html.append("<dl>\n");
          all.forEach(booking -> booking(booking, "", html));
          html.append("</dl></article>\n");
        });
  }

  private void booking(Booking booking, String remark, StringBuilder html) {
    Booking.Attendee attendee = booking.wish().attendee();
    row(span(booking.start(), booking.end()), html);
    html.append(Html.text(attendee.name())).append(" &lt;").append(Html.text(attendee.email()));
    html.append("&gt;, ").append(Html.text(booking.wish().type().title()));
    html.append("<br><span class=dim>").append(Html.text(booking.uid()));
    if (!booking.movedFrom().isEmpty()) {
      html.append(", moved from ").append(Html.text(booking.movedFrom()));
    }
    html.append(Html.text(remark)).append("</span></dd>\n");
  }

  private void held(List<Reservation> held, StringBuilder html) {
    if (held.isEmpty()) return;
    open("Held", "free again by themselves", html);
    html.append("<dl>\n");
    for (Reservation one : held) {
      row(date(one.start()) + " " + span(one.start(), one.end()), html);
      html.append(Html.text(one.type().title())).append(" <span class=dim>until ");
      html.append(EXACTLY.format(one.until().atZone(zone))).append("</span></dd>\n");
    }
    html.append("</dl></article>\n");
  }

  private void gone(List<Booking> bookings, StringBuilder html) {
    List<Booking> gone =
        bookings.reversed().stream()
            .filter(booking -> booking.cancelled() || !booking.end().isAfter(now))
            .limit(SHOWN_MAX)
            .toList();
    if (gone.isEmpty()) return;
    html.append("<article><details><summary>").append(gone.size());
    html.append(" moved, cancelled or past</summary><dl>\n");
    for (Booking booking : gone) {
      String on = ", " + date(booking.start()) + ", ";
      booking(booking, on + fate(booking), html);
    }
    html.append("</dl></details></article>\n");
  }

  private static String fate(Booking booking) {
    if (!booking.movedTo().isEmpty()) return "moved to " + booking.movedTo();
    return booking.cancelled() ? "cancelled" : "past";
  }

  private static void types(List<EventType> types, StringBuilder html) {
    open("Event types", "", html);
    html.append("<dl>\n");
    for (EventType type : types) {
      row(type.minutes() + " minutes", html);
      html.append(Html.text(type.title())).append(" <span class=dim>id ").append(type.id());
      html.append(", ").append(Html.text(type.slug())).append(", notice ");
      html.append(type.notice().toMinutes()).append(" minutes");
      html.append(type.hidden() ? ", hidden" : "").append("</span></dd>\n");
    }
    html.append("</dl></article>\n");
  }

  private void requests(List<Requests.Kept> requests, StringBuilder html) {
    if (requests.isEmpty()) return;
    open("Requests", "the last " + requests.size() + ", newest first", html);
    html.append("<dl>\n");
    for (Requests.Kept one : requests) {
      row(EXACTLY.format(one.at().atZone(zone)), html);
      html.append("<strong class=").append(one.status() < 400 ? "good>" : "bad>");
      html.append(one.status()).append("</strong> <code>").append(Html.text(one.asked()));
      html.append("</code> <span class=dim>");
      html.append(one.version().isEmpty() ? "no version" : Html.text(one.version()));
      html.append(one.why().isEmpty() ? "" : "<br>" + Html.text(one.why()));
      html.append("</span></dd>\n");
    }
    html.append("</dl></article>\n");
  }

  private static void open(String title, String remark, StringBuilder html) {
    html.append("<article>\n<header><h2>").append(Html.text(title)).append("</h2><span class=dim>");
    html.append(Html.text(remark)).append("</span></header>\n");
  }

  private static void row(String term, StringBuilder html) {
    html.append("<dt>").append(Html.text(term)).append("</dt><dd>");
  }

  private String date(Instant at) {
    return at.atZone(zone).toLocalDate().toString();
  }

  private String span(Instant from, Instant to) {
    return TIME.format(from.atZone(zone)) + "\u2013" + TIME.format(to.atZone(zone));
  }
}
