package frontdesk.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What customers do in many words: to find, to book, to move, to cancel. A word of a row counts
/// for the row as well, so that "reserve" finds a tool that books.
final class Concepts {
  /// What a row counts, of what the word counts.
  static final double WEIGHT = 0.6;

  private static final List<String> ROWS =
      List.of(
          "find search discover browse explore seek recommend suggest suggestion looking",
          "list show display view see",
          "check status balance remaining",
          "book reserve reservation appointment schedule arrange",
          "buy purchase order ticket tickets pay",
          "cancel delete remove drop abort ยกเลิก",
          "move reschedule change postpone shift delay switch เลื่อน เปลี่ยน",
          "add create set new",
          "send transfer wire give",
          "rent hire lease",
          "play listen hear",
          "watch stream",
          "available availability free slot slots open ว่าง",
          "meeting appointment call booking นัด ประชุม",
          "film movie",
          "song music track tune",
          "restaurant eat dinner lunch food table meal",
          "event concert game match show",
          "doctor therapist dentist physician counselor psychologist psychiatrist",
          "hotel stay accommodation room",
          "flight fly plane airplane",
          "bus coach",
          "train rail",
          "car vehicle",
          "house home apartment property flat",
          "weather forecast temperature rain",
          "money fund funds cash amount dollars",
          "point points balance loyalty แต้ม คะแนน",
          "คิว ว่าง เวลาว่าง");

  private static final Map<String, List<String>> CONCEPTS = concepts();

  private Concepts() {}

  static List<String> of(String stem) {
    return CONCEPTS.getOrDefault(stem, List.of());
  }

  private static Map<String, List<String>> concepts() {
    var concepts = new HashMap<String, List<String>>();
    for (int i = 0; i < ROWS.size(); i++) {
      String row = "~" + i;
      for (String word : ROWS.get(i).split(" ", -1)) {
        concepts.computeIfAbsent(Words.stem(word), _ -> new ArrayList<>()).add(row);
      }
    }
    return Map.copyOf(concepts);
  }
}
