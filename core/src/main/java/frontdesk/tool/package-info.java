/// What an agent can do: the port of tools, and how an act is recovered.
@NullMarked
package frontdesk.tool;

import org.jspecify.annotations.NullMarked;
