/// Talking to an agent from a terminal.
@NullMarked
package frontdesk.server.chat;

import org.jspecify.annotations.NullMarked;
