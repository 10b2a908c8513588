package frontdesk.tool;

import java.util.List;

/// How a tool sets aside at the provider what it will act on, such as a slot, while the customer
/// decides. Both are acts that need no approval, for what is held is free again by itself
/// ({@link Recovery#EXPIRES}): about as soon as a preview is void.
///
/// @param take called with what the preview bound, before the preview is shown. When it answers
///     `Refused` or `NeedsInput` the preview is not shown; whatever else becomes of it, it is. A
///     `text` in what it was done with is shown below the preview
/// @param giveBack called with what `take` was done with, once the preview is void or its act
///     came to nothing
public record Hold(Tool take, Tool giveBack) {

  public Hold {
    for (Tool tool : List.of(take, giveBack)) {
      ToolSpec spec = tool.spec();
      boolean fits =
          spec.recovery().filter(Recovery.EXPIRES::equals).isPresent()
              && spec.approval() == ToolSpec.Approval.UNASKED;
      if (!fits) {
        throw new IllegalArgumentException(
            "Tool " + spec.name() + ": a hold acts unasked, and expires (Recovery.EXPIRES)");
      }
    }
  }
}
