package frontdesk.grounding;

import java.util.regex.Pattern;

/// What the words before a number say that it is.
final class Labels {
  private static final String NUMBER = "\\s*(?:\\b(?:number|no\\.?|id|code)|#)";
  private static final String END = "\\s*(?:is|are|:|=|คือ)?\\s*#?$";
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?i)(?:\\b(?:order|invoice|booking|reservation|reference|ref|tracking|case|ticket|account|card)(?:"
              + NUMBER
              + ")?|ออเดอร์|คำสั่งซื้อ|เลขที่|หมายเลข|รหัส|การจอง)(?:เลขที่|หมายเลข)?"
              + END);
  private static final Pattern NUMBERED =
      Pattern.compile("(?i)(?:" + NUMBER + "|เลขที่|หมายเลข|รหัส)" + END + "|#$");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?i)(?:\\b(?:phone|tel|telephone|mobile|cell|whatsapp)(?:"
              + NUMBER
              + ")?|\\b(?:call|ring|text)(?: me)?(?: back)?(?: on| at)?|โทร|เบอร์|โทรศัพท์|มือถือ)(?:ศัพท์|โทร|ติดต่อ|กลับ|ที่|มา)*"
              + END);
  private static final int LONG = 4;

  private Labels() {}

  /// A number that names an order or such.
  static boolean isReference(String line, int from, int to) {
    String before = line.substring(0, from);
    return REFERENCE.matcher(before).find()
        && (to - from >= LONG || NUMBERED.matcher(before).find());
  }

  /// A number that names something: nothing is counted by it.
  static boolean isNumbered(String line, int from, int to) {
    return isReference(line, from, to) || NUMBERED.matcher(line.substring(0, from)).find();
  }

  static boolean isPhone(String line, int from) {
    return PHONE.matcher(line.substring(0, from)).find();
  }
}
