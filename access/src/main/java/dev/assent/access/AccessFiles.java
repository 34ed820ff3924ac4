package dev.assent.access;

import java.nio.file.Path;

/**
 * The files of a configuration folder that say who is who. All hold secrets or hashes of secrets,
 * and are readable by their owner only.
 */
public record AccessFiles(Path folder) {

  /** People and groups; see {@link People}. */
  Path people() {
    return folder.resolve("people.json");
  }

  /** Agents and the hashes of their keys; see {@link Agents}. */
  Path agents() {
    return folder.resolve("agents.json");
  }

  /** 64 hex digits that sign sessions and forms. Replacing it ends every session. */
  Path sessionKey() {
    return folder.resolve("session.key");
  }

  /** The key that signs what the log holds, with its public half; see {@link AuditKeys}. */
  Path auditKey() {
    return folder.resolve("audit.key");
  }

  /** The public halves of all keys that ever signed here. */
  Path auditKeys() {
    return folder.resolve("audit-keys");
  }

  /** The plain secrets of a demo folder, written once. */
  Path initialCredentials() {
    return folder.resolve("initial-credentials.json");
  }

  /** Held while one of the others is edited. */
  Path lock() {
    return folder.resolve(".access.lock");
  }
}
