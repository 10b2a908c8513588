package frontdesk.server.chat;

import frontdesk.conversation.ConversationId;
import frontdesk.engine.Threads;
import frontdesk.runtime.Listener;
import frontdesk.runtime.Listener.Piece;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/// A chat that a person sits at: line editing and history, answers that appear as they are made.
public final class TerminalChat {
  private static final AttributedStyle FAINT = AttributedStyle.DEFAULT.faint();
  private static final AttributedStyle BOLD = AttributedStyle.DEFAULT.bold();
  private static final int HISTORY_SHOWN = 10;

  private final Talk talk;
  private final String title;
  private final List<String> notices;
  private final Previews previews;
  private final Threads threads;
  private int interruptsAtPrompt;
  private volatile Wrapped wrapped = new Wrapped(0, 0);
  private final AtomicReference<Waiting> waiting = new AtomicReference<>(Waiting.NOTHING);

  /// Passes the pieces of answers to the terminal, once there is one.
  public static final class Previews implements Listener {
    private volatile Optional<Consumer<Piece>> show = Optional.empty();

    @Override
    public void streamed(Piece piece) {
      show.ifPresent(shown -> shown.accept(piece));
    }

    @Override
    public boolean watches(ConversationId conversation) {
      return show.isPresent();
    }
  }

  /// What is on the screen of the answer that is being made. `stops`: how often Ctrl-C was pressed.
  private record Waiting(boolean running, String shown, long turn, int attempt, int stops) {
    static final Waiting NOTHING = new Waiting(false, "", 0, 0, 0);
    static final Waiting BEGUN = new Waiting(true, "", 0, 0, 0);
  }

  /// @param notices what to know before the first message, a line each
  public TerminalChat(
      Talk talk, String title, List<String> notices, Previews previews, Threads threads) {
    this.talk = talk;
    this.title = title;
    this.notices = List.copyOf(notices);
    this.previews = previews;
    this.threads = threads;
  }

  /// Until `/quit`, the end of the input, or Ctrl-C twice.
  public void run() {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      terminal.handle(Terminal.Signal.INT, _ -> interrupted());
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      previews.show = Optional.of(piece -> streamed(terminal, piece));
      begin(terminal);
      while (goesOn(terminal, reader)) {}
      say(terminal, "The conversation is kept. Resume it with --as " + talk.id(), FAINT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin(Terminal terminal) {
    say(terminal, title, BOLD);
    notices.forEach(notice -> say(terminal, notice, FAINT));
    say(terminal, "/help lists what else you can type. /quit leaves.", FAINT);
    List<Talk.Line> history = talk.history();
    history.stream()
        .skip(Math.max(0, history.size() - HISTORY_SHOWN))
        .forEach(
            line ->
                say(terminal, (line.byCustomer() ? "You: " : "Assistant: ") + line.text(), FAINT));
  }

  /// One line of input. False when the person leaves.
  private boolean goesOn(Terminal terminal, LineReader reader) {
    String line;
    try {
      line = reader.readLine(prompt(terminal)).strip();
    } catch (EndOfFileException e) {
      return false;
    } catch (UserInterruptException e) {
      return interruptedAtPrompt(terminal);
    }
    interruptsAtPrompt = 0;
    switch (line) {
      case "" -> {}
      case "/quit" -> {
        return false;
      }
      case "/help" -> say(terminal, Commands.HELP, FAINT);
      case "/who" -> say(terminal, Commands.who(talk), FAINT);
      case "/reset" -> {
        talk.reset();
        say(terminal, "A new conversation.", FAINT);
      }
      default -> {
        if (line.startsWith("/"))
          say(terminal, "There is no " + line + "; /help lists what there is.", FAINT);
        else return answered(terminal, line);
      }
    }
    return true;
  }

  /// The first Ctrl-C only gives the line up.
  private boolean interruptedAtPrompt(Terminal terminal) {
    interruptsAtPrompt++;
    if (interruptsAtPrompt == 1) say(terminal, "Ctrl-C again leaves.", FAINT);
    return interruptsAtPrompt < 2;
  }

  /// False when the person pressed Ctrl-C twice.
  private boolean answered(Terminal terminal, String line) {
    waiting.set(Waiting.BEGUN);
    beginAnswer(terminal);
    terminal.flush();
    Talk.Reply reply = talk.say(line);
    Waiting shown = waiting.getAndSet(Waiting.NOTHING);
    switch (reply) {
      case Talk.Reply.Notice(var notice) -> {
        if (shown.shown().isEmpty()) {
          terminal.puts(Capability.carriage_return);
          terminal.puts(Capability.clr_eol);
        } else {
          terminal.writer().print("\n");
        }
        say(terminal, notice + "\n", FAINT);
      }
      case Talk.Reply.Answer(var text) -> finishAnswer(terminal, shown, text);
      case Talk.Reply.Problem(var text) -> finishAnswer(terminal, shown, text);
    }
    terminal.flush();
    return shown.stops() < 2;
  }

  /// What was shown was a preview; only the reply is the truth.
  private void finishAnswer(Terminal terminal, Waiting shown, String text) {
    boolean same = shown.shown().strip().equals(text.strip());
    if (!same) {
      if (!shown.shown().isEmpty()) againAnswer(terminal);
      terminal.writer().print(wrapped.next(text));
    }
    terminal.writer().print("\n\n");
  }

  private void beginAnswer(Terminal terminal) {
    String name = "Assistant: ";
    wrapped = new Wrapped(terminal.getColumns(), name.length());
    terminal.writer().print(new AttributedString(name, BOLD).toAnsi(terminal));
  }

  /// What was shown so far does not count: the answer begins anew.
  private void againAnswer(Terminal terminal) {
    terminal.writer().print("\n");
    beginAnswer(terminal);
  }

  private void streamed(Terminal terminal, Piece piece) {
    waiting.updateAndGet(before -> shown(terminal, before, piece));
  }

  private Waiting shown(Terminal terminal, Waiting before, Piece piece) {
    if (!before.running() || before.stops() > 0) return before;
    boolean same = before.turn() == piece.turn() && before.attempt() == piece.attempt();
    if (!same && !before.shown().isEmpty()) againAnswer(terminal);
    terminal.writer().print(wrapped.next(piece.text()));
    terminal.flush();
    String shown = same ? before.shown() + piece.text() : piece.text();
    return new Waiting(true, shown, piece.turn(), piece.attempt(), before.stops());
  }

  private void interrupted() {
    Waiting now =
        waiting.updateAndGet(
            w -> new Waiting(w.running(), w.shown(), w.turn(), w.attempt(), w.stops() + 1));
    if (now.running() && now.stops() == 1) threads.start("stop", talk::stop);
  }

  private static String prompt(Terminal terminal) {
    return new AttributedString("You: ", BOLD).toAnsi(terminal);
  }

  private static void say(Terminal terminal, String text, AttributedStyle style) {
    String line = new AttributedStringBuilder().style(style).append(text).toAnsi(terminal);
    terminal.writer().println(line);
    terminal.flush();
  }
}
