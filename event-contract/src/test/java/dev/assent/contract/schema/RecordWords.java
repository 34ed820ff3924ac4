package dev.assent.contract.schema;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the Javadoc of the contract's sources says of types and of record components. */
final class RecordWords {

  private final Map<String, String> words = new HashMap<>();

  RecordWords(Path sources) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> tree = Files.walk(sources)) {
      var units =
          files.getJavaFileObjectsFromPaths(
              tree.filter(file -> file.toString().endsWith(".java")).toList());
      var task =
          (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(docs, unit.getPackageName().toString()).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Nullable String of(Class<?> type) {
    return words.get(type.getCanonicalName());
  }

  @Nullable String of(Class<?> type, String component) {
    return words.get(type.getCanonicalName() + "#" + component);
  }

  private final class Reader extends TreePathScanner<Void, Void> {

    private final DocTrees docs;
    private String scope;

    Reader(DocTrees docs, String scope) {
      this.docs = docs;
      this.scope = scope;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      String outer = scope;
      scope = outer + "." + type.getSimpleName();
      var comment = docs.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        words.put(scope, plain(comment.getFullBody()));
        for (DocTree tag : comment.getBlockTags()) {
          if (tag instanceof ParamTree param) {
            words.put(scope + "#" + param.getName(), plain(param.getDescription()));
          }
        }
      }
      super.visitClass(type, nothing);
      scope = outer;
      return nothing;
    }
  }

  private static String plain(List<? extends DocTree> body) {
    return body.stream()
        .map(DocTree::toString)
        .collect(Collectors.joining())
        .replaceAll("\\{@\\w+\\s+#?([^}]*)}", "$1")
        .replaceAll("<[^>]+>", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
