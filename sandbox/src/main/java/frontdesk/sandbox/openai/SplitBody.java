package frontdesk.sandbox.openai;

import java.io.ByteArrayInputStream;

/// Bytes that come in pieces cut anywhere: in the middle of a character, of a number, of a line.
final class SplitBody extends ByteArrayInputStream {
  private final Chance chance;

  SplitBody(byte[] bytes, Chance chance) {
    super(bytes);
    this.chance = chance;
  }

  @Override
  public synchronized int read(byte[] to, int offset, int length) {
    return super.read(to, offset, Math.min(length, chance.bytes(count)));
  }
}
