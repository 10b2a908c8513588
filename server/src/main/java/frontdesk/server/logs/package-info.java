/// Logs: one line for each record, escaped and redacted.
@NullMarked
package frontdesk.server.logs;

import org.jspecify.annotations.NullMarked;
