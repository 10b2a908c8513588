package frontdesk.rehearsal;

import frontdesk.rehearsal.Chat.Kind;
import java.util.List;
import java.util.Set;

/// A yes or a no, with nothing else but words that add nothing.
final class Agreement {
  private static final Set<String> YES =
      Words.set(
          """
          yes yeah yep yup sure ok okay okey correct right exactly absolutely definitely confirmed
          confirm alright fine perfect great good agreed indeed ใช่ ใช่ค่ะ ใช่ครับ ตกลง โอเค ได้
          ได้ค่ะ ได้ครับ ค่ะ ครับ ถูกต้อง ยืนยัน
          """);
  private static final Set<String> NO =
      Words.set(
          """
          no nope nah not never ไม่ ไม่ค่ะ ไม่ครับ ไม่ใช่ ไม่เอา
          """);
  private static final Set<String> FILLERS =
      Words.set(
          """
          please that thats is it its the works work sounds sound do i me for go ahead you can
          very so just all this one will would be and but to a of course with let lets nice well
          now then like love want really much too oh im am ill cool awesome excellent wonderful
          lovely amazing fantastic super fun ค่ะ ครับ นะ คะ
          """);

  private Agreement() {}

  /// `YES` or `NO`; `MATTER` for what is neither, or more.
  static Kind of(String line) {
    List<String> tokens = Words.tokens(line);
    boolean no = tokens.stream().anyMatch(NO::contains);
    boolean only = tokens.stream().allMatch(t -> isYes(t) || NO.contains(t) || isFiller(t));
    if (!only || tokens.isEmpty()) return Kind.MATTER;
    if (no) return Kind.NO;
    boolean yes = tokens.stream().anyMatch(Agreement::isYes);
    return yes || tokens.size() > 1 ? Kind.YES : Kind.MATTER;
  }

  static boolean isYes(String token) {
    return YES.contains(token);
  }

  static boolean isFiller(String token) {
    return FILLERS.contains(token);
  }
}
