/// The client of providers that speak OpenAI's Responses API or its Chat Completions.
@NullMarked
package frontdesk.adapters.openai;

import org.jspecify.annotations.NullMarked;
