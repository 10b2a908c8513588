package frontdesk.dates;

import frontdesk.dates.Piece.Part;
import java.util.List;

/// Parts of the day, and words that change what stands beside them.
final class PartRules {
  static final List<Rule> ALL =
      List.of(
          part("morning|เช้า", PartOfDay.MORNING, false),
          part("(?:in|during) the morning|(?:ตอน|ช่วง)เช้า", PartOfDay.MORNING, true),
          part("(?:early )?afternoon|บ่าย", PartOfDay.AFTERNOON, false),
          part("(?:in|during) the afternoon|(?:ตอน|ช่วง)บ่าย", PartOfDay.AFTERNOON, true),
          part("evening|ค่ำ", PartOfDay.EVENING, false),
          part("(?:in|during) the evening|(?:ตอน|ช่วง)ค่ำ", PartOfDay.EVENING, true),
          part("เย็น", PartOfDay.EARLY_EVENING, false),
          part("(?:ตอน|ช่วง)เย็น", PartOfDay.EARLY_EVENING, true),
          part("late morning|สาย", PartOfDay.LATE_MORNING, false),
          part("(?:ตอน|ช่วง)สาย", PartOfDay.LATE_MORNING, true),
          part("lunch ?time|ช่วงเที่ยง|ช่วงกลางวัน", PartOfDay.NOONTIME, true),
          part("night|คืน", PartOfDay.NIGHT, false),
          part("at night|(?:ตอน)?กลางคืน|ตอนดึก", PartOfDay.NIGHT, true),
          part("เช้ามืด|ตอนเช้ามืด", PartOfDay.DAWN, true),
          Rule.of(
              "good (?:morning|afternoon|evening|night|day)|สวัสดี ?(?:ตอน|ยาม)?(?:เช้า|บ่าย|เย็น|ค่ำ)"
                  + "|อรุณสวัสดิ์|ราตรีสวัสดิ์|have a (?:nice|good|great) (?:day|evening|weekend|week)"
                  + "|น้ำเย็น|ใจเย็น|สายการบิน|โทรสาย|พระจันทร์|พระอาทิตย์",
              (_, span, _) -> new Piece.Courtesy(span)),
          Rule.of(
              "not|except(?: for)?|but not|instead of|rather than|anything but|can'?t(?: (?:do|make(?: it)?|on|come))?"
                  + "|cannot(?: (?:do|make))?|ไม่ใช่|ไม่เอา|ยกเว้น|แทนที่|(?:ไม่ว่าง|ไม่สะดวก)(?=วัน|พรุ่งนี้)",
              (_, span, _) -> new Piece.Not(span)),
          Rule.of("every|each|ทุกๆ?", (_, span, _) -> new Piece.Vague(span, Reason.REPEATED)),
          Rule.of(
              "(?:before|after|by|until|till|since|no later than|not before|not after|ก่อน|หลัง|หลังจาก|ภายใน)",
              (_, span, _) -> new Piece.Vague(span, Reason.WHICH_DAY)),
          Rule.of(
              "(?:within|in the next|ภายใน) ?(?:"
                  + LengthRules.ENGLISH
                  + "|"
                  + LengthRules.THAI
                  + ")",
              (_, span, _) -> new Piece.Courtesy(span)));

  /// "this morning", "tonight": a part of today.
  static final List<Rule> OF_TODAY =
      List.of(
          ofToday("this morning|เช้านี้|เช้าวันนี้", PartOfDay.MORNING),
          ofToday("this afternoon|บ่ายนี้|บ่ายวันนี้", PartOfDay.AFTERNOON),
          ofToday("this evening|ค่ำนี้|ค่ำวันนี้", PartOfDay.EVENING),
          ofToday("เย็นนี้|เย็นวันนี้", PartOfDay.EARLY_EVENING),
          ofToday("tonight|คืนนี้", PartOfDay.NIGHT));

  private PartRules() {}

  private static Rule part(String words, PartOfDay part, boolean strong) {
    return Rule.of(words, (_, span, _) -> new Part(span, part, strong));
  }

  private static Rule ofToday(String words, PartOfDay part) {
    return Rule.of(words, (_, span, _) -> new Piece.PartOfToday(span, part));
  }
}
