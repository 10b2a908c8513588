package frontdesk.adapters.calcom;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Dates and times as people of a language read them, always with the zone. Thai has the Buddhist
/// year, and the other one beside it. The names stand here, so that they never change with a JDK.
record Written(boolean thai, ZoneId zone) {
  private static final int BUDDHIST_AHEAD = 543;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> THAI_DAYS =
      List.of("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์");
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> THAI_MONTHS =
      List.of(
          "มกราคม",
          "กุมภาพันธ์",
          "มีนาคม",
          "เมษายน",
          "พฤษภาคม",
          "มิถุนายน",
          "กรกฎาคม",
          "สิงหาคม",
          "กันยายน",
          "ตุลาคม",
          "พฤศจิกายน",
          "ธันวาคม");

  /// `Tuesday`, `วันอังคาร`.
  String weekday(LocalDate date) {
    int day = date.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
    return thai ? "วัน" + THAI_DAYS.get(day) : DAYS.get(day);
  }

  /// `Tuesday, 24 November 2026`, `วันอังคารที่ 24 พฤศจิกายน พ.ศ. 2569 (ค.ศ. 2026)`.
  String date(LocalDate date) {
    int month = date.getMonthValue() - 1;
    int year = date.getYear();
    if (!thai) {
      return weekday(date) + ", " + date.getDayOfMonth() + " " + MONTHS.get(month) + " " + year;
    }
    return "%sที่ %d %s พ.ศ. %d (ค.ศ. %d)"
        .formatted(
            weekday(date),
            date.getDayOfMonth(),
            THAI_MONTHS.get(month),
            year + BUDDHIST_AHEAD,
            year);
  }

  LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /// `14:00`.
  String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  /// `Asia/Bangkok, UTC+7`, as it is at that time.
  String zone(Instant at) {
    ZoneOffset offset = zone.getRules().getOffset(at);
    String hours = offset.equals(ZoneOffset.UTC) ? "" : offset.getId();
    String brief = "UTC" + hours.replaceFirst("^([+-])0", "$1").replaceFirst(":00$", "");
    String id = iana();
    return zone.normalized() instanceof ZoneOffset ? brief : id + ", " + brief;
  }

  /// The zone by a name that the provider knows; an offset has one when it is of whole hours.
  String iana() {
    if (!(zone.normalized() instanceof ZoneOffset offset)) return zone.getId();
    int seconds = offset.getTotalSeconds();
    int hours = seconds / 3600;
    boolean named = seconds % 3600 == 0 && hours >= -12 && hours <= 14 && hours != 0;
    // Its sign is the other way round there.
    return named ? "Etc/GMT" + (hours > 0 ? "-" : "+") + Math.abs(hours) : "UTC";
  }

  /// Day, time and zone of what lasts.
  String span(Instant start, Instant end) {
    ZonedDateTime from = start.atZone(zone);
    boolean sameDay = from.toLocalDate().equals(day(end));
    String until = sameDay ? clock(end) : date(day(end)) + (thai ? " เวลา " : ", ") + clock(end);
    String span = date(from.toLocalDate()) + (thai ? " เวลา " : ", ") + clock(start) + "–" + until;
    return span + (thai ? " น. (" : " (") + zone(start) + ")";
  }

  /// The same of one moment.
  String moment(Instant at) {
    String text = date(day(at)) + (thai ? " เวลา " : ", ") + clock(at);
    return text + (thai ? " น. (" : " (") + zone(at) + ")";
  }
}
