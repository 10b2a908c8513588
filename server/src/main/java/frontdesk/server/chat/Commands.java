package frontdesk.server.chat;

/// What a line that begins with a slash means.
final class Commands {
  static final String HELP =
      """
      /quit   leave (the conversation is kept)
      /reset  begin a new conversation
      /who    who you are here, and what to resume by
      /help   this
      Ctrl-C stops the answer that is being made; twice leaves.""";

  private Commands() {}

  static String who(Talk talk) {
    return "You are a visitor. Resume this conversation with --as " + talk.id();
  }
}
