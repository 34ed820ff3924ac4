package dev.assent.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assent.testbackends.FreePorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code deploy/compose} under a name, volumes and ports of its own. The variables of this process
 * go to Docker, so that they may name other images.
 */
final class ComposeInstallation implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEPLOY = Installation.ROOT.resolve("deploy/compose");
  private static final int MINUTES = 10;

  private final Path folder;
  private final String project = "assent-e2e-" + ProcessHandle.current().pid();
  private final int port = FreePorts.next();
  private final int kafkaPort = FreePorts.next();
  private final Map<String, String> variables = new HashMap<>();
  private JsonNode credentials = JSON.missingNode();

  private ComposeInstallation(Path folder) {
    this.folder = folder;
    variables.put("ASSENT_PORT", Integer.toString(port));
    variables.put("ASSENT_KAFKA_PORT", Integer.toString(kafkaPort));
  }

  /** Builds the image from what was built here, and starts everything. */
  static ComposeInstallation start(Path folder) {
    ComposeInstallation installation = new ComposeInstallation(folder);
    try {
      installation.run(List.of(DEPLOY.resolve("prepare").toString(), folder.toString()));
      installation.compose("build", "init");
      installation.up();
      installation.credentials =
          JSON.readTree(
              installation.compose(
                  "exec", "-T", "approval", "cat", "config/initial-credentials.json"));
      return installation;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (AssertionError e) {
      installation.close();
      throw e;
    }
  }

  /** Starts what does not run, and returns when all of it is ready. */
  void up(String... more) {
    List<String> words = new ArrayList<>(List.of("up", "-d", "--wait", "--wait-timeout", "300"));
    words.addAll(List.of(more));
    compose(words.toArray(String[]::new));
  }

  /** Takes the containers away; the volumes stay. */
  void down() {
    compose("down");
  }

  /** Stops a service until {@link #up}. */
  void stop(String service) {
    compose("stop", service);
  }

  /** How many instances of approval there are from now on. */
  void upWithApprovals(int instances) {
    up("--scale", "approval=" + instances);
  }

  /** Where one of them is found by the other containers, without the gateway; counted from 1. */
  String approval(int instance) {
    return "http://" + project + "-approval-" + instance + ":8300";
  }

  /** The command line in a container. */
  String assent(String... words) {
    List<String> all = new ArrayList<>(List.of("run", "--rm", "-T", "assent"));
    all.addAll(List.of(words));
    return compose(all.toArray(String[]::new));
  }

  /** The command line in a container, used by a person. */
  String assentAs(String person, String... words) {
    List<String> all = new ArrayList<>(List.of("run", "--rm", "-T"));
    all.addAll(List.of("-e", "ASSENT_AS=" + person, "-e", "ASSENT_PASSWORD=" + password(person)));
    all.add("assent");
    all.addAll(List.of(words));
    return compose(all.toArray(String[]::new));
  }

  /** What a service said so far. */
  String log(String service) {
    return compose("logs", "--no-color", service);
  }

  Api agent() {
    return new Api(url(), credentials.at("/api_keys/0/token").asText());
  }

  Api person(String id) {
    return new Api(url(), "").signedIn(id, password(id));
  }

  private String password(String person) {
    for (JsonNode made : credentials.path("passwords")) {
      if (made.path("person").asText().equals(person)) {
        return made.path("password").asText();
      }
    }
    throw new AssertionError("no password of " + person + " was made");
  }

  String kafka() {
    return "localhost:" + kafkaPort;
  }

  private URI url() {
    return URI.create("http://localhost:" + port);
  }

  private String compose(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "docker",
                "compose",
                "--env-file",
                folder.resolve(".env").toString(),
                "-f",
                DEPLOY.resolve("compose.yaml").toString(),
                "-p",
                project));
    command.addAll(List.of(words));
    return run(command);
  }

  private String run(List<String> command) {
    try {
      Path output = Files.createTempFile(folder, "compose", ".out");
      Path complaints = Files.createTempFile(folder, "compose", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(output.toFile())
              .redirectError(complaints.toFile());
      builder.environment().putAll(variables);
      Process process = builder.start();
      boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly();
      }
      String said = Files.readString(output);
      if (!ended || process.exitValue() != 0) {
        throw new AssertionError(
            "%s %s:%n%s%s"
                .formatted(
                    String.join(" ", command),
                    ended ? "failed" : "does not end",
                    said,
                    Files.readString(complaints)));
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Removes containers, volumes and the network; the image stays. */
  @Override
  public void close() {
    compose("down", "--volumes", "--timeout", "5");
  }
}
