package frontdesk.bench.outside;

import frontdesk.conversation.Json;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The work of a turn: a customer asks for an order, the model looks it up, and tells its parcel.
/// Every turn has an order of its own, and only the backend knows the parcel, so a right answer
/// proves that the work was done.
public final class Orders {
  public static final String INSTRUCTIONS =
      "You answer questions about orders. Look up the order before you answer.";
  public static final String TOOL = "look_up_order";
  public static final String DESCRIPTION = "Looks up an order.";
  public static final String ORDER = "order";
  public static final Json PARAMETERS =
      new Json(
          """
          {"type":"object","properties":{"order":{"type":"string"}},"required":["order"]}\
          """);

  private static final Pattern NAMED = Pattern.compile("A-(\\d{7})-\\d{3}");
  private static final Pattern PARCEL = Pattern.compile("P[0-9a-f]{16}");
  private static final String FILL =
      "It left our warehouse in the morning and is on its way with the usual carrier; "
          + "whoever is at home can take it, and the neighbours can too. ";

  private Orders() {}

  /// The order that a turn is about.
  public static String order(long conversation, int turn) {
    return "A-%07d-%03d".formatted(conversation % 10_000_000, turn);
  }

  /// What the customer says.
  ///
  /// @param bytes at least so long
  public static String question(String order, int bytes) {
    return filled("Where is my order " + order + "? ", bytes);
  }

  /// What the backend returns.
  ///
  /// @param bytes at least so long
  public static String outcome(String order, int bytes) {
    String front =
        "{\"order\":\"" + order + "\",\"status\":\"shipped\",\"parcel\":\"" + parcel(order);
    if (front.length() + 2 >= bytes) return front + "\"}";
    return filled(front + "\",\"note\":\"", bytes - 2) + "\"}";
  }

  /// What the model answers after it saw an outcome.
  ///
  /// @param bytes at least so long
  public static String answer(String order, String parcel, int bytes) {
    return filled("Your order " + order + " has been shipped as parcel " + parcel + ". ", bytes);
  }

  /// Whether an answer says what the backend returned for the order.
  public static boolean isRight(String order, String answer) {
    return answer.contains(order) && answer.contains(parcel(order));
  }

  static Optional<String> orderIn(String text) {
    return last(NAMED.matcher(text));
  }

  static Optional<String> parcelIn(String text) {
    return last(PARCEL.matcher(text));
  }

  /// The conversation that an order belongs to.
  static String conversation(String order) {
    return order.substring(0, order.lastIndexOf('-'));
  }

  private static String parcel(String order) {
    return "P%016x".formatted(new SplittableRandom(order.hashCode()).nextLong());
  }

  private static Optional<String> last(Matcher found) {
    return found.results().reduce((_, later) -> later).map(result -> result.group());
  }

  private static String filled(String text, int bytes) {
    var filled = new StringBuilder(text);
    while (filled.length() < bytes) {
      filled.append(FILL, 0, Math.min(FILL.length(), bytes - filled.length()));
    }
    return filled.toString().strip();
  }
}
