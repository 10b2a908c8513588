package frontdesk.dates;

import java.util.List;

/// What a line says about time: one meaning, a question, or nothing.
public sealed interface Reading {
  /// It means just this. The words at `span`, read again by the normaliser of that name
  /// ([Dates#rereads]), mean the same.
  record Resolved(When when, Span span, String normaliser) implements Reading {}

  /// It may mean one of `candidates` (none: nothing that could be offered), or cannot be meant.
  record Asked(Reason reason, List<When> candidates, Span span) implements Reading {
    public Asked {
      candidates = List.copyOf(candidates);
    }
  }

  /// Nothing about time.
  record None() implements Reading {}
}
