package dev.assent.auditor.file;

import dev.assent.auditor.Check;
import dev.assent.auditor.Findings;
import dev.assent.auditor.Steps;
import dev.assent.auditor.log.Log;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The log of an export. The file is read as often as the checks ask for it, each partition from
 * where it begins; opening it reads it once, and {@link #form} tells what was wrong with its lines.
 */
public final class ExportedLog implements Log {

  /** An export does not tell what the names of the topics began with: it would prove nothing. */
  private static final Topics TOPICS = new Topics("");

  private final Path file;
  private final int partitions;
  private final Map<String, Section> sections = new HashMap<>();
  private final Findings form;

  /** Where the records of a topic and partition stand in the file. */
  private static final class Section {
    private final long position;
    private long lastOffset = -1;

    Section(long position) {
      this.position = position;
    }
  }

  private ExportedLog(Path file, ExportFormat.Head head, int shown) {
    this.file = file;
    this.partitions = head.partitions();
    this.form = new Findings("file", shown);
  }

  /**
   * Opens an export.
   *
   * @param shown how many faults of its lines are kept
   * @throws IllegalStateException if it cannot be read, or is no export
   */
  public static ExportedLog open(Path file, int shown) {
    try (Lines lines = new Lines(file, 0)) {
      ExportedLog log = new ExportedLog(file, ExportFormat.readHead(lines.next()), shown);
      log.index(lines);
      return log;
    } catch (IOException e) {
      throw new IllegalStateException(
          "Expected to read " + file + ", but could not: " + e.getMessage(), e);
    }
  }

  private void index(Lines lines) throws IOException {
    form.count("lines", 1);
    String current = "";
    long position = lines.position();
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      form.count("lines", 1);
      LogRecord record = ExportFormat.read(line, TOPICS);
      if (record == null || record.partition() < 0 || record.partition() >= partitions) {
        fault(lines, "a record of the export", "something else");
      } else {
        String name = name(record.topic(), record.partition());
        if (!name.equals(current) && sections.containsKey(name)) {
          fault(lines, "all records of " + name + " in one place", "one more of them");
        }
        current = name;
        sections.putIfAbsent(name, new Section(position));
        place(sections.get(name), record, lines);
      }
      position = lines.position();
    }
  }

  private void place(Section section, LogRecord record, Lines lines) {
    if (record.offset() <= section.lastOffset) {
      fault(lines, "an offset after " + section.lastOffset, "offset " + record.offset());
    }
    section.lastOffset = Math.max(section.lastOffset, record.offset());
  }

  private void fault(Lines lines, String expected, String found) {
    form.flaw("line " + lines.number(), null, expected, found);
  }

  /** The check that the lines are in order; it was made when the file was opened. */
  public Check form() {
    return new Check() {

      @Override
      public Findings findings() {
        return form;
      }

      @Override
      public void look(Steps steps) {
        // Opening it was looking.
      }
    };
  }

  @Override
  public Topics topics() {
    return TOPICS;
  }

  @Override
  public int partitions() {
    return partitions;
  }

  @Override
  public Map<Integer, Long> starts(String topic) {
    return marks(topic, section -> 0);
  }

  @Override
  public Map<Integer, Long> ends(String topic) {
    return marks(topic, section -> section.lastOffset + 1);
  }

  /** An export holds no inputs. */
  @Override
  public Map<Integer, Long> answered(String service, String topic) {
    return marks(topic, section -> 0);
  }

  private Map<Integer, Long> marks(String topic, ToLongFunction<Section> mark) {
    Map<Integer, Long> marks = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      Section section = sections.get(name(topic, partition));
      marks.put(partition, section == null ? 0 : mark.applyAsLong(section));
    }
    return marks;
  }

  /** All of the partition: an export is read as a whole. */
  @Override
  public void read(
      String topic,
      int partition,
      long from,
      long end,
      Predicate<@Nullable String> keys,
      Consumer<LogRecord> to) {
    Section section = sections.get(name(topic, partition));
    if (section == null) {
      return;
    }
    try (Lines lines = new Lines(file, section.position)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        LogRecord record = ExportFormat.read(line, TOPICS);
        // A line that is no record was told by the check of the form.
        if (record != null) {
          if (!record.topic().equals(topic) || record.partition() != partition) {
            return;
          }
          if (keys.test(record.key())) {
            to.accept(record);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String topic, int partition) {
    return topic + "-" + partition;
  }
}
