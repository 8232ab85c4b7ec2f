package io.sluice.engine.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The folder in which files wait to be imported. It has a name of its own, known to the jobs. */
@Component
class Spool {
  private final Path folder;
  private final String id;

  Spool(@Value("${sluice.imports.folder:./data/imports}") Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    Path name = this.folder.resolve("folder-id");
    if (Files.notExists(name)) {
      Files.writeString(name, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
    }
    this.id = Files.readString(name).strip();
  }

  /** The name of the folder. */
  String id() {
    return id;
  }

  /** Writes a stream to a new file outside of any job. */
  Path receive(InputStream bytes) throws IOException {
    Path file = Files.createTempFile(folder, "upload-", ".csv");
    try {
      Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Gives a received file to a job. */
  void assign(Path file, long workspace, long job) {
    try {
      Files.move(file, path(workspace, job), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(long workspace, long job) {
    return folder.resolve(workspace + "-" + job + ".csv");
  }

  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
