/// The proof with real processes: desks that are killed, and a platform that counts.
@NullMarked
package frontdesk.server.proof;

import org.jspecify.annotations.NullMarked;
