package dev.assent.cli.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for the services: listens where it is told, and is well. */
public final class FakeServices {
  private FakeServices() {}

  public static void main(String[] arguments) throws IOException {
    if (Boolean.getBoolean("fake.broken")) {
      throw new IllegalStateException("Expected another configuration, but came this one");
    }
    int port = Integer.getInteger("quarkus.http.port");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  /** Puts them where the launcher looks for the real ones. */
  static void installIn(Path home) throws IOException {
    Path jar = home.resolve("standalone/target/quarkus-app/quarkus-run.jar");
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeServices.class.getName());
    String entry = FakeServices.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var in = FakeServices.class.getClassLoader().getResourceAsStream(entry)) {
      out.putNextEntry(new JarEntry(entry));
      in.transferTo(out);
      out.closeEntry();
    }
  }
}
