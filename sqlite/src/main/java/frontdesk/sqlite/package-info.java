/// Logs in one SQLite file: the store of a single machine.
@NullMarked
package frontdesk.sqlite;

import org.jspecify.annotations.NullMarked;
