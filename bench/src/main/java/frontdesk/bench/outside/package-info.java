/// What stands outside of those who are measured, each in a process of its own: a model server
/// and the backend of the tool, and what both and the customers know about orders.
@NullMarked
package frontdesk.bench.outside;

import org.jspecify.annotations.NullMarked;
