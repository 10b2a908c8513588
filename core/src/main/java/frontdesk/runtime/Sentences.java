package frontdesk.runtime;

/// What the server itself says to a customer, in the customer's language.
final class Sentences {
  private Sentences() {}

  static String modelFailed(String locale) {
    return thai(locale)
        ? "ขออภัย ขณะนี้ระบบตอบไม่ได้ชั่วคราว เราได้รับข้อความของคุณแล้ว กรุณาลองใหม่อีกครั้งในอีกสักครู่"
        : "Sorry, I can't answer right now. Your message was received; please try again in a moment.";
  }

  /// An apology that must not ask to try again: something was done, and would be done twice.
  static String afterAct(String locale) {
    return thai(locale)
        ? "ขออภัย ขณะนี้ระบบสรุปคำตอบไม่ได้ แต่คำขอของคุณถูกส่งต่อแล้ว กรุณาอย่าส่งคำขอเดิมซ้ำ"
        : "Sorry, I can't put an answer together right now. Your request was already passed on, so"
            + " please don't send it again.";
  }

  static String tooManySteps(String locale) {
    return thai(locale)
        ? "ขออภัย ฉันยังหาคำตอบให้ไม่ได้ กรุณาลองถามด้วยคำอื่น"
        : "Sorry, I could not work this out. Please try to put it in other words.";
  }

  static String noAnswer(String locale) {
    return thai(locale)
        ? "ขออภัย เรื่องนี้ฉันช่วยไม่ได้ มีอย่างอื่นให้ช่วยไหม"
        : "Sorry, I can't help with that. Is there something else I can do for you?";
  }

  static String stopped(String locale) {
    return thai(locale) ? "หยุดแล้ว ยังไม่ได้ดำเนินการใด ๆ" : "Stopped. Nothing was done.";
  }

  private static boolean thai(String locale) {
    return locale.equals("th");
  }
}
