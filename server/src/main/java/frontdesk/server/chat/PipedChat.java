package frontdesk.server.chat;

import frontdesk.server.chat.Talk.Reply.Answer;
import frontdesk.server.chat.Talk.Reply.Notice;
import frontdesk.server.chat.Talk.Reply.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/// A chat that no person sits at: one input line is one turn, answers go to standard output,
/// everything else to standard error.
public final class PipedChat {
  private final Talk talk;
  private final PrintStream out;
  private final PrintStream err;

  public PipedChat(Talk talk, PrintStream out, PrintStream err) {
    this.talk = talk;
    this.out = out;
    this.err = err;
  }

  /// Until the input ends or says `/quit`. True when every message was answered, or is with a
  /// person.
  public boolean run(BufferedReader in) {
    boolean answered = true;
    for (String line = next(in); line != null && !line.strip().equals("/quit"); line = next(in)) {
      String text = line.strip();
      if (text.isEmpty()) continue;
      switch (text) {
        case "/reset" -> talk.reset();
        case "/who" -> err.println(Commands.who(talk));
        case "/help" -> err.println(Commands.HELP);
        default -> answered &= turn(text);
      }
    }
    return answered;
  }

  /// One message. True when it was answered, or is with a person.
  public boolean turn(String text) {
    switch (talk.say(text)) {
      case Answer(var answer) -> Lines.print(out, answer);
      case Notice(var notice) -> err.println(notice);
      case Problem(var problem) -> {
        err.println(problem);
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("NullAway") // the JDK says the end of the input by null
  private static String next(BufferedReader in) {
    try {
      return in.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
