package dev.assent.system;

import dev.assent.access.InitialCredentials;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;

/** A running Assent in whatever shape: its doors, and what lies behind them. */
interface RunningAssent {

  /** Where an instance of this service answers; each call may name another. */
  URI door(String service);

  /** The demo's people and its agent. */
  InitialCredentials credentials();

  String kafka();

  Connection database() throws SQLException;

  Audit audit();

  /** The demo's agent at a door of this service. */
  default Api agentAt(String service) {
    return new Api(door(service), credentials().apiKeys().getFirst().token());
  }

  /** A person of the demo, at a people's door. */
  default Api person(String id) {
    return new Api(door("approval"), "").signedIn(id, credentials().password(id).orElseThrow());
  }
}
