package dev.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadingTest {

  private static final Logger LOGGER = Logger.getLogger(Reloading.class.getName());

  @TempDir Path path;
  private final Moments moments = new Moments();
  private final List<String> warnings = new ArrayList<>();
  private final Handler capture = new Capture();
  private Path file;
  private Reloading<String> content;

  @BeforeEach
  void open() {
    file = path.resolve("note");
    write("one");
    content = new Reloading<>(file, ReloadingTest::parse, moments::nanoTime);
    LOGGER.addHandler(capture);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void close() {
    LOGGER.removeHandler(capture);
    LOGGER.setUseParentHandlers(true);
  }

  @Test
  void shouldReadAgainWhenTheFileChanged() {
    // given
    write("two");

    // when
    moments.advance(Duration.ofSeconds(1));

    // then
    assertThat(content.get()).isEqualTo("two");
  }

  @Test
  void shouldNotLookTwiceWithinASecond() {
    // given
    write("two");

    // when
    moments.advance(Duration.ofMillis(999));

    // then
    assertThat(content.get()).isEqualTo("one");
  }

  @Test
  void shouldLookAtOnceForWhatIsNotThere() {
    // given
    write("two");

    // when, then
    assertThat(content.find(text -> Optional.of(text).filter("two"::equals))).contains("two");
    assertThat(content.find(text -> Optional.of(text).filter("three"::equals))).isEmpty();
  }

  @Test
  void shouldLetEverybodyWaitForAChangeThatIsBeingRead() throws Exception {
    // given
    CountDownLatch reads = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    content =
        new Reloading<>(
            file,
            bytes -> {
              String text = parse(bytes);
              if (text.equals("two")) {
                reads.countDown();
                await(goOn);
              }
              return text;
            },
            moments::nanoTime);
    write("two");
    moments.advance(Duration.ofSeconds(1));

    // when
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = threads.submit(content::get);
      await(reads);
      Future<String> second = threads.submit(content::get);

      // then
      assertThat(second).isNotDone();
      goOn.countDown();
      assertThat(List.of(first.get(), second.get())).containsOnly("two");
    }
  }

  @Test
  void shouldKeepTheLastGoodContentAndWarnOnce() {
    // given
    write("broken");

    // when
    for (int i = 0; i < 3; i++) {
      moments.advance(Duration.ofSeconds(1));
      content.get();
    }

    // then
    assertThat(content.get()).isEqualTo("one");
    assertThat(warnings).hasSize(1);
    assertThat(warnings.getFirst())
        .contains("Expected a number in note")
        .contains("stays in force");
  }

  @Test
  void shouldTakeTheCorrectionOfABrokenEdit() {
    // given
    write("broken");
    moments.advance(Duration.ofSeconds(1));
    content.get();

    // when
    write("three");
    moments.advance(Duration.ofSeconds(1));

    // then
    assertThat(content.get()).isEqualTo("three");
  }

  @Test
  void shouldKeepTheLastGoodContentWhenTheFileIsGone() throws Exception {
    // given
    Files.delete(file);

    // when
    moments.advance(Duration.ofSeconds(1));

    // then
    assertThat(content.get()).isEqualTo("one");
    assertThat(warnings).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String text) {
    SecretFiles.replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.equals("broken")) {
      throw new MalformedFileException("Expected a number in note, but came none.");
    }
    return text;
  }

  private final class Capture extends Handler {

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().equals(Level.WARNING)) {
        warnings.add(MessageFormat.format(record.getMessage(), record.getParameters()));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
