/// What happened in a conversation: values only, JDK only.
@NullMarked
package frontdesk.conversation;

import org.jspecify.annotations.NullMarked;
