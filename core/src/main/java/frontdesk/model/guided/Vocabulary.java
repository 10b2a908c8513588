package frontdesk.model.guided;

import java.util.List;
import java.util.Set;

/// The words of small talk, English and Thai.
final class Vocabulary {
  /// Words that carry no information about a problem or a wish.
  static final Set<String> EMPTY =
      words(
          """
          hello hi hey dear good morning afternoon evening day there team all everyone
          i i'm im i've ive i'd id i'll we we're we've you your my our me us a an the this that these
          it it's its is was are am be been being has have had having got to of for in on at as by
          some any with about please pls plz kindly help helping assist assistance support
          need needs want wanted would like could can may might issue issues problem problems
          question questions complaint trouble something wrong and but so or if then now
          thanks thank thx ty cheers great perfect nice ok okay okey yes yeah yep no nope sure fine
          alright right sorry actually correction correct corrected instead mistake oops oh well ah
          just again also too bye goodbye see later fix solve resolve look say said think guess
          very quite pretty rather really super much lot hmm um here here's are details info
          following below above let know tell report reporting contact change set put make update
          done welcome wait what's hope reply answer more ma'am sir level
          """);
  static final Set<String> THAI_EMPTY =
      words(
          """
          สวัสดี หวัดดี ค่ะ คะ ครับ คับ ครับผม นะ จ้า จ้ะ จ๊ะ ขอบคุณ ขอบใจ มาก มากๆ ดิฉัน ฉัน ผม หนู เรา
          มีปัญหา ปัญหา สอบถาม อยาก ต้องการ ช่วย ช่วยเหลือ ด้วย หน่อย ขอ แจ้ง คือ เป็น ของ ที่ มี เรื่อง
          โอเค ตกลง ใช่ แก้ไข แก้ เปลี่ยน ขอโทษ ขออภัย และ แต่ ก็ โปรด กรุณา ทาง แอดมิน เลย ว่า ให้ ได้ แล้ว ๆ
          """);
  static final int THAI_EMPTY_MAX = THAI_EMPTY.stream().mapToInt(String::length).max().orElse(1);

  static final List<String> GREETINGS =
      List.of(
          "good morning",
          "good afternoon",
          "good evening",
          "hello there",
          "hi there",
          "hello",
          "hey",
          "hi",
          "สวัสดีค่ะ",
          "สวัสดีครับ",
          "สวัสดีคะ",
          "สวัสดี",
          "หวัดดี");
  static final List<String> THANKS =
      List.of("thank you", "thanks", "thank", "thx", "cheers", "ขอบคุณ", "ขอบใจ");
  static final List<String> TROUBLES =
      List.of(
          "issue",
          "issues",
          "problem",
          "problems",
          "trouble",
          "wrong",
          "complaint",
          "มีปัญหา",
          "ปัญหา");
  static final List<String> HELP =
      List.of("help", "assist", "assistance", "support", "question", "questions", "ช่วย", "สอบถาม");
  static final List<String> AGREEMENTS =
      List.of(
          "ok",
          "okay",
          "okey",
          "yes",
          "yeah",
          "yep",
          "no",
          "nope",
          "sure",
          "fine",
          "great",
          "perfect",
          "nice",
          "alright",
          "right",
          "all right",
          "good",
          "โอเค",
          "ตกลง",
          "ใช่",
          "ค่ะ",
          "ครับ");
  static final List<String> FAREWELLS = List.of("goodbye", "bye", "ลาก่อน", "บ๊ายบาย");
  static final List<String> UNSURE =
      List.of(
          "don't know",
          "dont know",
          "do not know",
          "no idea",
          "not sure",
          "can't find",
          "cant find",
          "cannot find",
          "don't have",
          "dont have",
          "do not have",
          "can't remember",
          "don't remember",
          "ไม่ทราบ",
          "ไม่รู้",
          "ไม่แน่ใจ",
          "หาไม่เจอ",
          "จำไม่ได้");
  static final List<String> CORRECTIONS =
      List.of(
          "sorry",
          "actually",
          "correction",
          "instead",
          "i meant",
          "change",
          "ขอแก้",
          "แก้เป็น",
          "แก้ไข",
          "เปลี่ยน",
          "ขอโทษ");
  static final Set<String> ASKING =
      words("what what's whats how how's when where where's why who which whose");
  static final Set<String> AUXILIARY =
      words(
          """
          can could do does did is are was will would should may has have
          """);
  static final Set<String> AFTER_ASKING =
      words(
          """
          can could do does did is are was will would should may has have else long much many often
          about happens happened about next come now
          """);
  static final Set<String> SUBJECTS =
      words("i you we they it he she this that there my the your our someone anyone");
  static final List<String> THAI_ASKING =
      List.of(
          "ไหม",
          "มั้ย",
          "หรือเปล่า",
          "หรือยัง",
          "อย่างไร",
          "ยังไง",
          "เมื่อไหร่",
          "เมื่อไร",
          "อะไร",
          "ทำไม",
          "ที่ไหน",
          "เท่าไหร่",
          "เท่าไร",
          "กี่วัน");

  private Vocabulary() {}

  private static Set<String> words(String list) {
    return Set.copyOf(List.of(list.strip().split("\\s+")).stream().distinct().toList());
  }
}
