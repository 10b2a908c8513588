/// Agents: instructions, facts, tools, hand-overs, read from a folder.
@NullMarked
package frontdesk.agent;

import org.jspecify.annotations.NullMarked;
