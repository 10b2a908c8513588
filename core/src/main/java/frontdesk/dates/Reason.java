package frontdesk.dates;

import java.util.Locale;

/// Why the customer has to be asked.
public enum Reason {
  HALF_OF_DAY("in the morning or in the afternoon?", "ช่วงเช้าหรือช่วงบ่าย"),
  DAY_OR_MONTH("which number is the day, which the month?", "เลขไหนเป็นวัน เลขไหนเป็นเดือน"),
  TWO_DIGIT_YEAR("which year, in four digits?", "ปีใด กรุณาบอกเป็นเลขสี่หลัก"),
  WHICH_WEEK("this week or the week after?", "สัปดาห์นี้หรือสัปดาห์ถัดไป"),
  WHICH_DAY("on which day?", "วันไหน"),
  WHICH_MIDNIGHT("at the start or at the end of that day?", "เที่ยงคืนก่อนหรือหลังวันนั้น"),
  NEAR_MIDNIGHT(
      "which date is it for you? your time zone is not known",
      "ไม่ทราบเขตเวลาของคุณ หมายถึงวันที่เท่าไร"),
  NO_SUCH_DAY("there is no such day; which one instead?", "ไม่มีวันนั้นในปฏิทิน หมายถึงวันไหน"),
  NO_SUCH_TIME("there is no such time; which one instead?", "ไม่มีเวลานั้น หมายถึงเวลาใด"),
  WRONG_WEEKDAY(
      "weekday and date do not agree; which is right?", "วันกับวันที่ไม่ตรงกัน อันไหนถูกต้อง"),
  PAST("that is in the past; which time instead?", "เวลานั้นผ่านไปแล้ว ต้องการเวลาใด"),
  GAP(
      "clocks are put forward then and skip this time; which one instead?",
      "เวลานั้นไม่มี เพราะมีการปรับนาฬิกา ต้องการเวลาใด"),
  OVERLAP(
      "clocks are put back then and show this time twice; the first or the second?",
      "เวลานั้นมีสองครั้ง เพราะมีการปรับนาฬิกา ครั้งแรกหรือครั้งที่สอง"),
  ZONE("which time zone? name a city", "เขตเวลาใด กรุณาบอกชื่อเมือง"),
  SEVERAL("more than one time is said; which one?", "มีหลายเวลา หมายถึงเวลาใด"),
  ABOUT("at exactly that time?", "เวลานั้นพอดีหรือไม่"),
  REPEATED("once, or again and again? from which day?", "ครั้งเดียวหรือหลายครั้ง เริ่มวันไหน"),
  NOT_THEN("if not then, when?", "ถ้าไม่ใช่เวลานั้น เวลาใดสะดวก"),
  NUMBER(
      "which number is it? comma or dot may mean two things",
      "จำนวนเท่าไร เครื่องหมายจุลภาคหรือจุดมีได้สองความหมาย"),
  CURRENCY("in which currency?", "สกุลเงินใด");

  private final String english;
  private final String thai;

  Reason(String english, String thai) {
    this.english = english;
    this.thai = thai;
  }

  /// What to ask, in Thai for a Thai locale, else in English.
  public String question(Locale locale) {
    return locale.getLanguage().equals("th") ? thai : english;
  }
}
