package dev.assent.cli.command;

import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.http.Api;
import dev.assent.cli.http.Credential;
import dev.assent.cli.http.SignIn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The person who speaks to a server. */
@Command
abstract class PersonOptions {
  private final Context context;

  @Option(
      names = "--as",
      paramLabel = "PERSON",
      description =
          "Who you are; else $$ASSENT_AS. The password comes from $$ASSENT_PASSWORD, from the first"
              + " start, or is asked for.")
  @Nullable String person;

  PersonOptions(Context context) {
    this.context = context;
  }

  abstract ServerOption server();

  /** Signs in. */
  Api api() {
    String id = person == null ? context.variable("ASSENT_AS").orElse(null) : person;
    if (id == null) {
      throw CliException.usage(
          "Expected who you are, in --as or ASSENT_AS, but there is nobody. People decide, keys do not.");
    }
    return signIn(context, server(), id);
  }

  /** The server as this person sees it. */
  static Api signIn(Context context, ServerOption server, String id) {
    Api nobody = new Api(server.address(), Credential.NONE);
    return SignIn.as(nobody, id, password(context, server, id));
  }

  private static String password(Context context, ServerOption server, String id) {
    return context
        .variable("ASSENT_PASSWORD")
        .or(() -> server.initialCredentials().flatMap(made -> made.password(id)))
        .or(() -> context.terminal().readPassword("Password of " + id + ": "))
        .orElseThrow(
            () ->
                CliException.usage(
                    "Expected the password of %s in ASSENT_PASSWORD, because there is no terminal to ask at."
                        .formatted(id)));
  }
}
