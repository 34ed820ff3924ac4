package dev.assent.approval.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.access.Authenticator;
import dev.assent.access.Person;
import dev.assent.access.PersonCaller;
import dev.assent.approval.config.OfApproval;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.edge.Open;
import dev.assent.edge.Problem;
import dev.assent.edge.ProblemException;
import dev.assent.edge.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Signs a person in from the command line: a token for the header, no cookie. */
@Open
@OfApproval
@Path("/v1/sessions")
public class Sessions {

  private final Authenticator authenticator;

  @Inject
  Sessions(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @RunOnVirtualThread
  public Response open(byte @Nullable [] bytes) {
    ObjectNode body = Requests.body(bytes);
    Person person =
        authenticator
            .byPassword(required(body, "person"), required(body, "password"))
            .map(PersonCaller::person)
            .orElseThrow(() -> new ProblemException(wrong()));
    ObjectNode answer = ContractJson.MAPPER.createObjectNode().put("ok", true);
    answer.put("token", authenticator.openSession(person));
    answer.putObject("person").put("id", person.id()).put("name", person.name());
    return Requests.ok(answer);
  }

  private static String required(ObjectNode body, String field) {
    String value = body.path(field).asText("");
    if (value.isEmpty()) {
      throw new RefusedException(
          RefusalCode.MALFORMED, "Expected person and password, but " + field + " is missing");
    }
    return value;
  }

  /** The same for an unknown name and a wrong password. */
  private static Problem wrong() {
    return Problem.of(
        401,
        "wrong_credentials",
        "Expected a person's id and their password, but these do not belong together.");
  }
}
