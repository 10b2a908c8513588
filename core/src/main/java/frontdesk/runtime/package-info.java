/// The path of a message: {@link frontdesk.runtime.TurnLoop} is the file to read first. Beside it
/// stand {@link frontdesk.runtime.Operations}, {@link frontdesk.runtime.Transcript} and {@link
/// frontdesk.runtime.ArchiveFile}: what operators and readers use, off that path.
@NullMarked
package frontdesk.runtime;

import org.jspecify.annotations.NullMarked;
