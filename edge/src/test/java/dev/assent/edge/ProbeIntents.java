package dev.assent.edge;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Submissions, as intake takes them. */
@Open
@Path("/v1/intents")
public class ProbeIntents {

  @POST
  public String submit(byte[] body) {
    BodyLimit.requireIntentSize(body);
    return Integer.toString(body.length);
  }
}
