/// The SQLite journal under the contract, and what only a file can suffer.
@NullMarked
package frontdesk.sqlite;

import org.jspecify.annotations.NullMarked;
