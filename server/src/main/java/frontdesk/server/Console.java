package frontdesk.server;

import java.io.InputStream;
import java.io.PrintStream;

/// What a command is given from outside: environment and the three streams.
public record Console(Environment environment, InputStream in, PrintStream out, PrintStream err) {}
