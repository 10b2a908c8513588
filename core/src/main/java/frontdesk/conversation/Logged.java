package frontdesk.conversation;

import java.time.Instant;

/// An entry, its place in the log (counted from 1) and the store's time when it was appended.
public record Logged(long seq, Instant at, Entry entry) {}
