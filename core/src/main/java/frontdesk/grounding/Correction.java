package frontdesk.grounding;

import java.util.regex.Pattern;

/// A message that takes back what was said before of the same kind: "sorry, I meant …", "…
/// instead".
final class Correction {
  private static final Pattern CUE =
      Pattern.compile(
          "(?i)\\b(?:sorry|actually|instead|rather|i mean|i meant|correction|(?:make|change) (?:it|that)|"
              + "not|wrong)\\b|^no\\b|แทน|เปลี่ยนเป็น|ขอเปลี่ยน|ขอโทษ|หมายถึง|ไม่ใช่|แก้เป็น|พิมพ์ผิด");

  private Correction() {}

  static boolean is(Line line) {
    return CUE.matcher(line.plain()).find();
  }
}
