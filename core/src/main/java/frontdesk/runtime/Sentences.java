package frontdesk.runtime;

/// What the server itself says to a customer, in the customer's language.
final class Sentences {
  /// What a model reads of a call that was stopped.
  static final String STOPPED = "stopped";

  private Sentences() {}

  static String modelFailed(String locale) {
    return thai(locale)
        ? "ขออภัย ขณะนี้ระบบตอบไม่ได้ชั่วคราว เราได้รับข้อความของคุณแล้ว กรุณาลองใหม่อีกครั้งในอีกสักครู่"
        : "Sorry, I can't answer right now. Your message was received; please try again in a moment.";
  }

  /// For what no trying again will mend: an account without funds, a wrong key.
  static String wentWrong(String locale) {
    return thai(locale) ? "ขออภัย เกิดข้อผิดพลาดบางอย่าง" : "Sorry, something went wrong";
  }

  /// For a conversation that took all that it may take in a day: a person is told.
  static String enoughForToday(String locale) {
    return thai(locale)
        ? "ขออภัย วันนี้ระบบตอบต่อไม่ได้แล้ว เราเก็บข้อความของคุณไว้และจะตรวจสอบให้"
        : "Sorry, I can't answer any more today. Your message is kept, and we will look into it.";
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

  static String notBegun(String locale) {
    return thai(locale)
        ? "หยุดแล้ว ยังไม่ได้เริ่มดำเนินการตามข้อความก่อนหน้านี้"
        : "Stopped. What you wrote just before was not begun.";
  }

  static String approve(String locale) {
    return thai(locale)
        ? "ยืนยันให้ดำเนินการหรือไม่ กรุณาตอบ ใช่ หรือ ไม่"
        : "Shall I do this? Please answer yes or no.";
  }

  /// Why an argument is asked for that a model made up.
  static String unsaid(String locale) {
    return thai(locale) ? "ยังไม่มีใครแจ้งค่านี้" : "nobody has said this";
  }

  static String wrongForm(String locale) {
    return thai(locale) ? "รูปแบบไม่ถูกต้อง" : "this does not have the right form";
  }

  static String notOpen(String locale) {
    return thai(locale)
        ? "คำขอนี้ไม่เปิดให้ยืนยันแล้ว และยังไม่ได้ดำเนินการใด ๆ กรุณาแจ้งความต้องการอีกครั้ง"
        : "That question is not open any more, and nothing was done. Please ask for it again.";
  }

  /// Before what form mode says while the model is down.
  static String simplified(String locale) {
    return thai(locale)
        ? "ขณะนี้ระบบตอบแบบย่อเนื่องจากมีปัญหาชั่วคราว แต่ยังรับเรื่องของคุณได้ตามปกติ"
        : "I'm working in a simpler mode for the moment, but I can still take your request.";
  }

  /// Instead of a claim that nothing proves.
  static String unproven(String locale) {
    return thai(locale)
        ? "ขออภัย ฉันยังยืนยันไม่ได้ว่าดำเนินการแล้ว"
        : "Sorry, I can't confirm that this has been done.";
  }

  static String gaveUp(String locale) {
    return thai(locale)
        ? "ขออภัย เกิดข้อผิดพลาดกับข้อความนี้ เราบันทึกไว้เพื่อตรวจสอบแล้ว"
        : "Sorry, something went wrong with this message. It is kept, and we will look into it.";
  }

  private static boolean thai(String locale) {
    return locale.equals("th");
  }
}
