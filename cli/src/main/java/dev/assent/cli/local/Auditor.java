package dev.assent.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.backends.BackendsFile;
import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.ExitCode;
import dev.assent.contract.json.ContractJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The auditor, a process of its own: it needs what the services are made of, and this command line
 * should not. What it is asked goes to its standard input, for there is a password in it; what it
 * answers comes as JSON, a line each.
 */
public final class Auditor {
  private final Installation installation;
  private final boolean tracing;

  private Auditor(Installation installation, boolean tracing) {
    this.installation = installation;
    this.tracing = tracing;
  }

  public static Auditor of(Context context) {
    return new Auditor(Installation.of(context.home(), context.environment()), context.isTracing());
  }

  /** Asks for nothing yet: what is checked, and of what, is added. */
  public static ObjectNode request(String topicsPrefix, int shown) {
    ObjectNode request = ContractJson.MAPPER.createObjectNode();
    request.put("topics_prefix", topicsPrefix).put("shown", shown);
    request.put("timers", false).put("views", false).putArray("keys");
    return request;
  }

  /** Asks for the views in the database of these backends. */
  public static void name(ObjectNode request, BackendsFile backends) {
    request
        .put("jdbc_url", backends.postgresJdbcUrl())
        .put("user", backends.postgresUser())
        .put("password", Settings.password(backends));
  }

  /**
   * Lets it work.
   *
   * @param steps is told what it does
   * @return its report
   * @throws CliException if there is none
   */
  public JsonNode run(ObjectNode request, Consumer<String> steps) {
    installation.require();
    Process process = Commands.converse(installation.auditor(), tracing);
    try (OutputStream ask = process.getOutputStream()) {
      ask.write(ContractJson.write(request));
    } catch (IOException e) {
      // It ended before it had read everything, and will have said why.
      steps.accept("The auditor takes no request");
    }
    JsonNode last = ContractJson.MAPPER.missingNode();
    try (BufferedReader replies = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = replies.readLine(); line != null; line = replies.readLine()) {
        last = ContractJson.MAPPER.readTree(line);
        if (last.has("step")) {
          steps.accept(last.path("step").asText());
        }
      }
    } catch (IOException e) {
      throw new CliException(ExitCode.NOT_CHECKED, "The auditor cannot be understood: " + e, e);
    } finally {
      process.destroy();
    }
    if (last.has("report")) {
      return last.path("report");
    }
    throw CliException.notChecked(
        last.has("failure")
            ? last.path("failure").asText() + "."
            : "The auditor ended without a word. Set ASSENT_TRACE=1 to see what happened.");
  }
}
