/// The engine of one process under load.
@NullMarked
package frontdesk.engine;

import org.jspecify.annotations.NullMarked;
