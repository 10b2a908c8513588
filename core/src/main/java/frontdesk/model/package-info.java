/// What a model is asked and answers, and the models that need no provider.
@NullMarked
package frontdesk.model;

import org.jspecify.annotations.NullMarked;
