package dev.assent.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many who keep a stream open. On plain sockets: thousands of them should cost little here. */
final class Listeners implements AutoCloseable {

  private static final String OPEN = "HTTP/1.1 200";
  private static final int TINY = 1_024;

  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Opens so many that read whatever comes; returns when each stream has begun. */
  void reading(int count, Api caller, String path) {
    open(count, caller, path, 0)
        .forEach(
            stream -> threads.submit(() -> stream.transferTo(OutputStream.nullOutputStream())));
  }

  /** Opens so many that read that the stream has begun, and then not one byte more. */
  void stuck(int count, Api caller, String path) {
    open(count, caller, path, TINY);
  }

  private List<InputStream> open(int count, Api caller, String path, int receiveBuffer) {
    List<Future<InputStream>> openings =
        IntStream.range(0, count)
            .mapToObj(i -> threads.submit(() -> open(caller, path, receiveBuffer)))
            .toList();
    return openings.stream().map(Listeners::done).toList();
  }

  /** With a header for the API and one for pages: each looks at its own. */
  private InputStream open(Api caller, String path, int receiveBuffer) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.connect(new InetSocketAddress(caller.url().getHost(), caller.url().getPort()));
    String request =
        """
        GET %s HTTP/1.1
        Host: localhost
        Authorization: Bearer %s

        """
            .formatted(path, caller.token());
    socket
        .getOutputStream()
        .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    InputStream answer = socket.getInputStream();
    String begin = new String(answer.readNBytes(OPEN.length()), StandardCharsets.US_ASCII);
    if (!begin.equals(OPEN)) {
      throw new IOException("expected a stream, but the answer begins with " + begin);
    }
    return answer;
  }

  private static InputStream done(Future<InputStream> opening) {
    try {
      return opening.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a stream could not be opened", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Leaves without a word. */
  @Override
  public void close() {
    for (Socket socket : sockets) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    threads.shutdownNow();
  }
}
