package frontdesk.adapters.calcom;

import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/// What is said to customers, in English or Thai.
record Words(boolean thai) {

  static Words of(String locale) {
    return new Words(locale.toLowerCase(Locale.ROOT).startsWith("th"));
  }

  private String either(String english, String inThai) {
    return thai ? inThai : english;
  }

  String locale() {
    return thai ? "th" : "en";
  }

  String noEmail() {
    return either("That does not look like an e-mail address.", "อีเมลนี้รูปแบบไม่ถูกต้องค่ะ");
  }

  String noDate() {
    return either("That is no date.", "วันที่นี้ไม่ถูกต้องค่ะ");
  }

  String noTime() {
    return either("That is no time of day.", "เวลานี้ไม่ถูกต้องค่ะ");
  }

  String noZone() {
    return either(
        "That is no time zone I know; a city such as Asia/Bangkok would do.",
        "ไม่พบเขตเวลานี้ค่ะ ระบุเป็นชื่อเมือง เช่น Asia/Bangkok ได้ค่ะ");
  }

  String noMeetings() {
    return either(
        "Meetings cannot be booked here at the moment.", "ขณะนี้ยังไม่เปิดให้จองนัดหมายค่ะ");
  }

  /// The lengths that there are.
  String lengths(Collection<Integer> minutes) {
    String all = minutes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return either(
        "Meetings of that length are not offered. There are these, in minutes: " + all + ".",
        "ไม่มีนัดหมายความยาวนี้ค่ะ ที่มีให้เลือกคือ " + all + " นาทีค่ะ");
  }

  String minutes(int minutes) {
    return either(minutes + " minutes", minutes + " นาที");
  }

  String past(String when) {
    return either(when + " is in the past.", when + " ผ่านไปแล้วค่ะ");
  }

  String tooSoon(String when, Duration notice) {
    return either(
        when + " is too soon: a meeting needs " + length(notice) + " of notice.",
        when + " กระชั้นเกินไปค่ะ ต้องจองล่วงหน้าอย่างน้อย " + length(notice) + "ค่ะ");
  }

  private String length(Duration notice) {
    long hours = notice.toHours();
    boolean whole = hours > 0 && notice.equals(Duration.ofHours(hours));
    if (!whole) return minutes(Math.toIntExact(notice.toMinutes()));
    return either(hours == 1 ? "an hour" : hours + " hours", hours + " ชั่วโมง");
  }

  String held(int minutes) {
    return either(
        "This time is kept for you for " + minutes(minutes) + ".",
        "กันเวลานี้ไว้ให้ " + minutes(minutes) + "ค่ะ");
  }

  String notFree(String when) {
    return either(when + " is not free.", when + " ไม่ว่างค่ะ");
  }

  String noSuchTime(String date, String time, String zone) {
    return either(
        "There is no " + time + " on " + date + " (" + zone + "): the clocks are put forward then.",
        date + " ไม่มีเวลา " + time + " น. (" + zone + ") เพราะมีการปรับนาฬิกาไปข้างหน้าค่ะ");
  }

  String sameTime(String when) {
    return either(
        "The meeting already is at that time: " + when + ".",
        "นัดหมายนี้เป็นเวลานี้อยู่แล้วค่ะ คือ " + when);
  }

  /// Whether it is somebody else's or there is none makes no difference.
  String noSuchMeeting() {
    return either(
        "I cannot find that meeting among yours.", "ไม่พบนัดหมายนี้ในรายการนัดหมายของคุณค่ะ");
  }

  String alreadyCancelled(String when) {
    return either(
        "That meeting was cancelled already: " + when + ".",
        "นัดหมายนี้ถูกยกเลิกไปก่อนแล้วค่ะ คือ " + when);
  }

  String alreadyOver(String when) {
    return either("That meeting is over: " + when + ".", "นัดหมายนี้ผ่านไปแล้วค่ะ คือ " + when);
  }

  String changed() {
    return either(
        "It has changed since you saw it; please look once more.",
        "รายละเอียดมีการเปลี่ยนแปลงหลังจากที่แสดงให้ดูค่ะ รบกวนตรวจสอบอีกครั้งนะคะ");
  }

  /// What is to be booked, a line each.
  String bookPreview(String when, int minutes, String name, String email, String title) {
    return either(
            """
        Book a meeting
        When: %s
        How long: %s
        For: %s, %s
        About: %s""",
            """
        จองนัดหมาย
        วันและเวลา: %s
        ระยะเวลา: %s
        ผู้เข้าร่วม: %s, %s
        เรื่อง: %s""")
        .formatted(when, minutes(minutes), name, email, title);
  }

  String movePreview(String title, String from, String to, int minutes, String reason) {
    String text =
        either(
                """
                Move a meeting: %s
                From: %s
                To: %s
                How long: %s""",
                """
                เลื่อนนัดหมาย: %s
                จากเดิม: %s
                เป็น: %s
                ระยะเวลา: %s""")
            .formatted(title, from, to, minutes(minutes));
    return text + because(reason);
  }

  String cancelPreview(String title, String when, String name, String email, String reason) {
    String text =
        either(
                """
                Cancel a meeting: %s
                When: %s
                For: %s, %s""",
                """
                ยกเลิกนัดหมาย: %s
                วันและเวลา: %s
                ผู้เข้าร่วม: %s, %s""")
            .formatted(title, when, name, email);
    return text + because(reason);
  }

  private String because(String reason) {
    if (reason.isEmpty()) return "";
    return either("\nReason: ", "\nเหตุผล: ") + reason;
  }

  String booked(String title, String when, String email) {
    return either(
            "Your meeting is booked: %s, %s, for %s.",
            "จองนัดหมายเรียบร้อยแล้วค่ะ: %s, %s สำหรับ %s")
        .formatted(title, when, email);
  }

  String requested(String title, String when, String email) {
    return either(
            "Your meeting is requested and waits for the host to confirm it: %s, %s, for %s.",
            "ส่งคำขอนัดหมายแล้วค่ะ รอเจ้าของปฏิทินยืนยัน: %s, %s สำหรับ %s")
        .formatted(title, when, email);
  }

  /// It was made, but it does not stand any more.
  String bookedAndOff(String title, String when) {
    return either(
            "The meeting was booked but does not stand any more: %s, %s.",
            "นัดหมายนี้จองสำเร็จแต่ถูกยกเลิกหรือเลื่อนไปแล้วค่ะ: %s, %s")
        .formatted(title, when);
  }

  String moved(String title, String when) {
    return either("Your meeting is moved: %s, now %s.", "เลื่อนนัดหมายเรียบร้อยแล้วค่ะ: %s เป็น %s")
        .formatted(title, when);
  }

  String cancelled(String title, String when) {
    return either(
            "Your meeting is cancelled: %s, which was to be %s.",
            "ยกเลิกนัดหมายเรียบร้อยแล้วค่ะ: %s ซึ่งเดิมคือ %s")
        .formatted(title, when);
  }

  String freeTimes(int minutes, int step, String zone) {
    return either(
            "Free starts for a meeting of %d minutes, every %d minutes where a range stands (%s):",
            "เวลาเริ่มที่ว่างสำหรับนัดหมาย %d นาที (ช่วงเวลาหมายถึงเริ่มได้ทุก %d นาที, เขตเวลา %s):")
        .formatted(minutes, step, zone);
  }

  String nothingOn(String date) {
    return either(
        "Nothing is free on " + date + ". The next free times:",
        date + " ไม่มีเวลาว่างค่ะ เวลาว่างถัดไปคือ");
  }

  String nothingFree(String date) {
    return either(
        "Nothing is free in the weeks after " + date + ".",
        "ไม่มีเวลาว่างในช่วงหลายสัปดาห์หลังจาก" + date + "ค่ะ");
  }

  String meetings(Status status, int count) {
    if (count == 0) {
      return switch (status) {
        case UPCOMING ->
            either("You have no upcoming meetings booked here.", "ไม่มีนัดหมายที่จองไว้ที่นี่ค่ะ");
        case PAST -> either("You have no past meetings.", "คุณไม่มีนัดหมายที่ผ่านมาค่ะ");
        case CANCELLED -> either("You have no cancelled meetings.", "คุณไม่มีนัดหมายที่ยกเลิกค่ะ");
      };
    }
    return switch (status) {
      case UPCOMING -> either("Upcoming meetings:", "นัดหมายที่กำลังจะมาถึง:");
      case PAST -> either("Past meetings, newest first:", "นัดหมายที่ผ่านมา เรียงจากล่าสุด:");
      case CANCELLED ->
          either("Cancelled meetings, newest first:", "นัดหมายที่ยกเลิกแล้ว เรียงจากล่าสุด:");
    };
  }

  String andMore() {
    return either("There are more.", "ยังมีรายการอื่นอีกค่ะ");
  }
}
