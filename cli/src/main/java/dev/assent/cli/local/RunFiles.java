package dev.assent.cli.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assent.cli.CliException;
import dev.assent.cli.Failures;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What was started, as small JSON files that are replaced in one step. A file may outlive its
 * process: ask the {@link Mark}.
 */
public record RunFiles(Path folder) {
  private static final ObjectMapper JSON = ContractJson.MAPPER;

  public Optional<BackendsRun> backends() {
    return read(file(Part.BACKENDS), BackendsRun.class);
  }

  public Optional<AssentRun> assent() {
    return read(file(Part.ASSENT), AssentRun.class);
  }

  /** The backends, if they run. */
  public Optional<BackendsRun> liveBackends() {
    return backends().filter(run -> run.mark().isAlive());
  }

  /** The services, if they run. */
  public Optional<AssentRun> liveAssent() {
    return assent().filter(run -> run.mark().isAlive());
  }

  /** The ports of the last start. */
  public Optional<Ports> ports() {
    return read(folder.resolve("ports.json"), Ports.class);
  }

  void write(Ports ports) {
    write(folder.resolve("ports.json"), ports);
  }

  void write(BackendsRun run) {
    write(file(Part.BACKENDS), run);
  }

  void write(AssentRun run) {
    write(file(Part.ASSENT), run);
  }

  void remove(Part part) {
    try {
      Files.deleteIfExists(file(part));
    } catch (IOException e) {
      throw CliException.failed(Failures.reason(e), e);
    }
  }

  private Path file(Part part) {
    return folder.resolve(part.word() + ".json");
  }

  private static <T> Optional<T> read(Path file, Class<T> type) {
    try {
      return Optional.of(ContractJson.read(Files.readAllBytes(file), type));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw CliException.failed("Cannot read %s. %s".formatted(file, Failures.reason(e)), e);
    } catch (UnreadableRecordException e) {
      throw CliException.failed(
          "The file %s is damaged: it is not what this command writes. If nothing of this folder runs (ps ax | grep dev.assent), delete the file and repeat."
              .formatted(file),
          e);
    }
  }

  private static void write(Path file, Object content) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw CliException.failed("Cannot write %s. %s".formatted(file, Failures.reason(e)), e);
    }
  }
}
