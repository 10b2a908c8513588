/// The stand-in for OpenAI: Responses and Chat Completions.
@NullMarked
package frontdesk.sandbox.openai;

import org.jspecify.annotations.NullMarked;
