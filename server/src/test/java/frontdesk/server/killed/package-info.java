/// The proof with real processes: desks that are killed, and a platform that counts.
@NullMarked
package frontdesk.server.killed;

import org.jspecify.annotations.NullMarked;
