package frontdesk.conversation;

/// A model's wish to use a tool. `arguments` is its raw text, which may be anything, until checked.
public record Call(CallId id, String tool, String arguments) {}
