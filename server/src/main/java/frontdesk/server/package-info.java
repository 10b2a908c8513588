/// The one runnable program: settings, wiring, commands.
@NullMarked
package frontdesk.server;

import org.jspecify.annotations.NullMarked;
