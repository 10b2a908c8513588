package frontdesk.model.guided;

/// A fact that was just noted, and how the customer is told.
public record Note(Field field, String value, How how) {

  public enum How {
    NEW,
    CHANGED,
    /// More was added to what it said before.
    ADDED,
    /// Nobody said it in so many words.
    INFERRED
  }
}
