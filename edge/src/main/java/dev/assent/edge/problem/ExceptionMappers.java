package dev.assent.edge.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.assent.edge.NotSignedInException;
import dev.assent.edge.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a resource throws into an answer. */
@Singleton
public class ExceptionMappers {

  private static final Logger LOG = LoggerFactory.getLogger(ExceptionMappers.class);

  /** Browsers sign in and come back; everybody else is told. */
  @ServerExceptionMapper
  public Response notSignedIn(NotSignedInException e, UriInfo uri, HttpHeaders headers) {
    return Browsers.toSignIn(uri, headers)
        .orElseGet(() -> Browsers.answer(e.problem(), uri, headers));
  }

  /** Narrower than the next one, because Quarkus has a mapper of its own for these. */
  @ServerExceptionMapper
  public Response wrongShape(MismatchedInputException e, UriInfo uri, HttpHeaders headers) {
    return anything(e, uri, headers);
  }

  @ServerExceptionMapper
  public Response anything(Throwable e, UriInfo uri, HttpHeaders headers) {
    if (e instanceof WebApplicationException web && isComplete(web.getResponse())) {
      return web.getResponse();
    }
    Problem problem = ProblemFinder.find(e).orElseGet(() -> incident(ProblemFinder.unwrap(e)));
    return Browsers.answer(problem, uri, headers);
  }

  /** A resource that threw a whole answer, or a redirect, meant it. */
  private static boolean isComplete(Response response) {
    return response.hasEntity() || response.getStatus() < 400;
  }

  private static Problem incident(Throwable e) {
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    LOG.error("incident {}", id, e);
    return Problem.of(
        500,
        "internal_error",
        "Something broke here; it is logged as incident "
            + id
            + ". Tell the operator that number.");
  }
}
