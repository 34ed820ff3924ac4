package dev.assent.system;

import dev.assent.testbackends.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A line to a server on this machine that can be slow, and that can break in two ways. */
final class TcpProxy implements AutoCloseable {

  private final ServerSocket door;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile int target;
  private volatile long delayNanos;

  TcpProxy() {
    try {
      door = new ServerSocket(FreePorts.next(), 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  void leadTo(int port) {
    target = port;
  }

  int connections() {
    return connections.get();
  }

  /** Whatever goes over the line from now on takes this long, in either direction. */
  void delay(Duration delay) {
    delayNanos = delay.toNanos();
  }

  /** Closes all connections as if the other side had. */
  void cut() {
    ends.forEach(TcpProxy::close);
  }

  /** Breaks all connections off: what was under way is lost, and the sender is told so. */
  void reset() {
    for (Socket end : ends) {
      try {
        end.setSoLinger(true, 0);
      } catch (IOException e) {
        // It is closed already.
      }
      close(end);
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException e) {
        // The proxy was closed.
      }
    }
  }

  private void connect(Socket client) {
    ends.add(client);
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      ends.add(server);
      connections.incrementAndGet();
      Thread.ofVirtual().start(() -> pump(client, server));
      Thread.ofVirtual().start(() -> pump(server, client));
    } catch (IOException e) {
      // The server is away: the client sees a line that broke.
      close(client);
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        LockSupport.parkNanos(delayNanos);
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // One of both is closed; the other follows.
    } finally {
      close(from);
      close(to);
      ends.remove(from);
      ends.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is as closed as it can be.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
