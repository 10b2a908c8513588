package frontdesk.sandbox.openai;

import java.util.List;

/// One thing that the model sees in a request, whichever API it came by.
sealed interface Seen {

  /// Somebody said something.
  ///
  /// @param role `system`, `developer`, `user` or `assistant`
  record Said(String role, String text) implements Seen {}

  record Called(String id, String tool, String arguments) implements Seen {}

  record CameTo(String call, String output) implements Seen {}

  record Thought(String id) implements Seen {}

  /// Whether the model itself made it, in an earlier reply.
  static boolean isOwn(Seen seen) {
    return switch (seen) {
      case Said(var role, _) -> role.equals("assistant");
      case Called _, Thought _ -> true;
      case CameTo _ -> false;
    };
  }

  /// What came after the last reply.
  static List<Seen> newest(List<Seen> all) {
    int from = all.size();
    while (from > 0 && !isOwn(all.get(from - 1))) from--;
    return all.subList(from, all.size());
  }
}
