/// The sandboxes over real HTTP, and the vendors' own clients as judges of them.
@NullMarked
package frontdesk.server.sandbox;

import org.jspecify.annotations.NullMarked;
