package frontdesk.server.logs;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last defence of a log line: what looks like a secret or like personal data is replaced. It
/// is no reason to log such things.
///
/// Replaced: e-mail addresses; what follows `Bearer` or `Basic`; values of names like `key`,
/// `token`, `secret`, `password`; keys that begin with `sk-`; card numbers in groups; `+` and a
/// phone number; and runs of 7 and more digits that stand alone, which telephone and order numbers
/// are, and ports, status codes, durations in ms, dates, UUIDs and fractions are not. Numbers of 7
/// digits that are worth reading in a log therefore need a larger unit (KiB, ms).
final class Redaction {
  private static final Pattern ALL =
      Pattern.compile(
          """
          (?<uuid>\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b)\
          |(?<email>[\\w.+%-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64})+)\
          |(?<scheme>\\b(?:bearer|basic)\\s+)[^\\s"',;]+\
          |(?<name>[\\w-]{0,40}(?:key|token|secret|passwd|password|authorization|signature)\
          ["']?\\s{0,3}[=:]\\s{0,3}["']?)(?!\\s)(?:(?:bearer|basic)\\s+)?[^\\s"',;&]+\
          |(?<sk>\\bsk-[\\w-]{8,})\
          |(?<card>(?<![\\w.])\\d{4}([ -])\\d{4}\\7\\d{4}\\7\\d{1,7}(?!\\w))\
          |(?<phone>(?<!\\w)\\+\\d[\\d -]{6,18}\\d(?!\\w))\
          |(?<number>(?<![\\w.])\\d{7,}(?!\\w))""",
          Pattern.CASE_INSENSITIVE);

  private Redaction() {}

  static String of(String text) {
    return ALL.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replaced(match)));
  }

  private static String replaced(MatchResult match) {
    if (match.start("uuid") >= 0) return match.group();
    if (match.start("email") >= 0) return "<email>";
    if (match.start("scheme") >= 0) return match.group("scheme") + "***";
    if (match.start("name") >= 0) return match.group("name") + "***";
    if (match.start("sk") >= 0) return "***";
    return "<number>";
  }
}
