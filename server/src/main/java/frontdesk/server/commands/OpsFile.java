package frontdesk.server.commands;

import frontdesk.json.InvalidSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// The file that a conversation is archived in.
record OpsFile(Path path) {
  private static final long BYTES_MAX = 64L * 1024 * 1024;

  /// On the disk, not only handed to it: the conversation is removed afterwards.
  void keep(List<String> lines) {
    try {
      Files.write(path, lines, StandardOpenOption.CREATE_NEW);
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    } catch (IOException e) {
      throw new InvalidSettings(List.of("FILE: cannot write " + path));
    }
  }

  void discard() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new IllegalStateException("cannot remove " + path + ", which is not complete", e);
    }
  }

  String read() {
    try {
      if (Files.size(path) > BYTES_MAX) {
        throw new InvalidSettings(List.of("FILE: at most " + BYTES_MAX + " bytes: " + path));
      }
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new InvalidSettings(List.of("FILE: is not in UTF-8: " + path));
    } catch (IOException e) {
      throw new InvalidSettings(List.of("FILE: cannot read " + path));
    }
  }
}
