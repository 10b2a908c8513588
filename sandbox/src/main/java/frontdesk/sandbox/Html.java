package frontdesk.sandbox;

/// The pages of sandboxes: plain, without scripts or anything from elsewhere.
public final class Html {
  private Html() {}

  /// Text as it may stand between tags and in quoted attributes.
  public static String text(String text) {
    var safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  static String page(String name, String inner) {
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s sandbox</title>
      <link rel="icon" href="data:,">
      <style>
      :root { color-scheme: light dark; --line: light-dark(#d4d9de, #3a4148);
        --soft: light-dark(#f4f6f8, #1f2428); --dim: light-dark(#59636e, #9aa4ae);
        --good: light-dark(#1a7f37, #57c173); --bad: light-dark(#b42318, #ff8a7a); }
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 0 auto;
        padding: 1.5rem 1rem 4rem; background: light-dark(#fff, #14181b);
        color: light-dark(#1c2126, #e6eaee); }
      h1 { font-size: 1.4rem; margin: 0 0 .25rem; } h2 { font-size: 1rem; margin: 0; }
      p { margin: .25rem 0; } .dim { color: var(--dim); } .good { color: var(--good); }
      .bad { color: var(--bad); }
      article { border: 1px solid var(--line); border-radius: .5rem; margin: 1.25rem 0;
        overflow: hidden; }
      header { background: var(--soft); padding: .5rem .9rem; display: flex; flex-wrap: wrap;
        gap: .2rem 1rem; align-items: baseline; }
      dl { margin: 0; padding: .6rem .9rem; display: grid;
        grid-template-columns: minmax(6rem, max-content) 1fr; gap: .45rem 1rem; }
      dt { font-weight: 600; font-variant-numeric: tabular-nums; } dl.new { background: var(--soft); }
      dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
      pre, code { font: 13px/1.45 ui-monospace, monospace; }
      pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
      pre + pre { margin-top: .3rem; padding-top: .3rem; border-top: 1px dashed var(--line); }
      details { padding: .5rem .9rem; }
      article > * + * { border-top: 1px solid var(--line); }
      summary { cursor: pointer; color: var(--dim); } details dl { padding-left: 0; }
      @media (max-width: 34rem) { dl { grid-template-columns: 1fr; gap: .1rem; }
        dd { margin-bottom: .5rem; } }
      </style>
      </head>
      <body>
      <main>
      <h1>%1$s sandbox</h1>
      %2$s</main>
      </body>
      </html>
      """
        .formatted(text(name), inner);
  }
}
