package dev.assent.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a page in Markdown tells its readers to type, under the headings where it stands. */
final class DocumentedCommands {

  /**
   * What stands between a heading and the next one.
   *
   * @param blocks the fenced blocks for a shell, as they are written
   * @param spans the calls of {@code ./assent} in running text
   */
  record Section(String heading, List<String> blocks, List<String> spans) {

    private Section(String heading) {
      this(heading, new ArrayList<>(), new ArrayList<>());
    }

    /** The commands of all blocks, one each; a line that ends with a backslash goes on. */
    List<String> commands() {
      return blocks.stream()
          .flatMap(block -> END_OF_COMMAND.splitAsStream(block))
          .filter(command -> !command.isBlank() && !command.startsWith("#"))
          .toList();
    }
  }

  private static final Pattern END_OF_COMMAND = Pattern.compile("(?<!\\\\)\n");
  private static final Pattern FENCE = Pattern.compile("\\s*```\\s*(\\w*)\\s*");
  private static final Pattern SHELL = Pattern.compile("sh|bash|shell|console");
  private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?)\\s*");
  private static final Pattern SPAN = Pattern.compile("`(\\./assent [^`]+)`");

  private final List<Section> sections = new ArrayList<>();
  private Section section = new Section("");

  private DocumentedCommands() {}

  /** The sections of a page of the project that have blocks for a shell. */
  static List<Section> of(String page) {
    try {
      return in(Files.readString(Installation.ROOT.resolve(Path.of(page))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same for a text. */
  static List<Section> in(String markdown) {
    DocumentedCommands all = new DocumentedCommands();
    all.sections.add(all.section);
    all.read(markdown.lines().toList());
    return all.sections.stream().filter(section -> !section.blocks().isEmpty()).toList();
  }

  private void read(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      var fence = FENCE.matcher(lines.get(i));
      var heading = HEADING.matcher(lines.get(i));
      if (fence.matches()) {
        int end = endOfBlock(lines, i + 1);
        if (SHELL.matcher(fence.group(1)).matches()) {
          section.blocks().add(String.join("\n", lines.subList(i + 1, end)));
        }
        i = end;
      } else if (heading.matches()) {
        section = new Section(heading.group(1));
        sections.add(section);
      } else {
        SPAN.matcher(lines.get(i)).results().map(span -> span.group(1)).forEach(section.spans::add);
      }
    }
  }

  private static int endOfBlock(List<String> lines, int begin) {
    for (int i = begin; i < lines.size(); i++) {
      if (FENCE.matcher(lines.get(i)).matches()) {
        return i;
      }
    }
    throw new IllegalArgumentException("the block in line " + begin + " never ends");
  }
}
