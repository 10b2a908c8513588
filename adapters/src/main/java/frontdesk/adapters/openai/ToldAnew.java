package frontdesk.adapters.openai;

import frontdesk.conversation.Call;

/// A call of an earlier reply in a form that every provider takes: models invent names and break
/// off arguments, and a history that holds one would be refused for ever. What was wrong with it
/// says its outcome.
final class ToldAnew {
  private static final int NAME_MAX = 64;

  private ToldAnew() {}

  /// `[A-Za-z0-9_-]{1,64}`.
  static String name(Call call) {
    String tool = call.tool();
    if (tool.isEmpty()) return "unnamed";
    var name = new StringBuilder();
    for (int i = 0; i < tool.length() && i < NAME_MAX; i++) {
      name.append(isLegal(tool.charAt(i)) ? tool.charAt(i) : '_');
    }
    return name.toString();
  }

  /// The text of a JSON object.
  static String arguments(Call call) {
    return Wire.isObject(call.arguments()) ? Wire.clean(call.arguments()) : "{}";
  }

  private static boolean isLegal(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
