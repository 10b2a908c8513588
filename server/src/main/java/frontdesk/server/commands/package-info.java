/// What a person types behind bin/frontdesk.
@NullMarked
package frontdesk.server.commands;

import org.jspecify.annotations.NullMarked;
