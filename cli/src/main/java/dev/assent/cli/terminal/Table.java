package dev.assent.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Aligned columns. The last one takes the rest of the line and is wrapped within it. */
public final class Table {
  private static final String GAP = "  ";
  private static final int LEAST_REST = 16;

  /**
   * One field.
   *
   * @param paint applied after alignment, so that colour does not count as width
   */
  public record Cell(String text, UnaryOperator<String> paint) {
    public static Cell of(String text) {
      return new Cell(text, UnaryOperator.identity());
    }
  }

  private final List<List<Cell>> rows = new ArrayList<>();
  private final String indent;

  /**
   * @param indent what each line begins with
   */
  public Table(String indent) {
    this.indent = indent;
  }

  /** Adds a row of plain fields. */
  public Table row(String... texts) {
    return row(List.of(texts).stream().map(Cell::of).toList());
  }

  public Table row(List<Cell> cells) {
    rows.add(cells);
    return this;
  }

  /** Adds a row of headings. */
  public Table heading(Style style, String... texts) {
    return row(List.of(texts).stream().map(text -> new Cell(text, style::dim)).toList());
  }

  /** The lines, none wider than this unless the columns before the last leave no room. */
  public List<String> lines(int width) {
    int[] widths = widths();
    int before = indent.length();
    for (int i = 0; i < widths.length - 1; i++) {
      before += widths[i] + GAP.length();
    }
    int rest = Math.max(LEAST_REST, width - before);
    List<String> lines = new ArrayList<>();
    for (List<Cell> row : rows) {
      lines.addAll(lines(row, widths, " ".repeat(before), rest));
    }
    return lines;
  }

  public void print(Terminal terminal) {
    lines(terminal.width()).forEach(terminal::say);
  }

  private List<String> lines(List<Cell> row, int[] widths, String below, int rest) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < row.size() - 1; i++) {
      Cell cell = row.get(i);
      line.append(cell.paint().apply(cell.text()));
      line.append(" ".repeat(widths[i] - cell.text().length())).append(GAP);
    }
    Cell last = row.getLast();
    List<String> lines = new ArrayList<>();
    for (String part : Text.wrap(last.text(), rest)) {
      lines.add((lines.isEmpty() ? line.toString() : below) + last.paint().apply(part));
    }
    lines.replaceAll(String::stripTrailing);
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (List<Cell> row : rows) {
      for (int i = 0; i < row.size() - 1; i++) {
        widths[i] = Math.max(widths[i], row.get(i).text().length());
      }
    }
    return widths;
  }
}
