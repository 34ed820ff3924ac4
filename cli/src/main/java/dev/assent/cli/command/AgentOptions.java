package dev.assent.cli.command;

import dev.assent.access.NewApiKey;
import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.http.Api;
import dev.assent.cli.http.Credential;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The server, and whose credential it is spoken to with: an agent's, as a rule. */
@Command
public final class AgentOptions {
  private final Context context;

  @Mixin ServerByData server;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "An agent's API key; better $$ASSENT_API_KEY, which does not show in lists of processes;"
              + " else the key of the first start.")
  @Nullable String key;

  @Option(
      names = "--as",
      paramLabel = "PERSON",
      description = "Call as this person, who may see every intent, instead of as an agent.")
  @Nullable String person;

  AgentOptions(Context context) {
    this.context = context;
  }

  Api api() {
    return person == null
        ? new Api(server.address(), credential())
        : PersonOptions.signIn(context, server, person);
  }

  private Credential credential() {
    if (key != null) {
      return new Credential(key, "the key of --key");
    }
    Optional<Credential> variable =
        context
            .variable("ASSENT_API_KEY")
            .map(token -> new Credential(token, "the key of ASSENT_API_KEY"));
    return variable
        .or(() -> first().map(made -> new Credential(made.token(), made.address())))
        .orElseThrow(
            () ->
                CliException.usage(
                    "Expected an agent's API key in --key or ASSENT_API_KEY, but there is none. Make one with: assent keys create agent://org/workspace/name"));
  }

  private Optional<NewApiKey> first() {
    return server.initialCredentials().stream()
        .flatMap(credentials -> credentials.apiKeys().stream())
        .findFirst();
  }
}
