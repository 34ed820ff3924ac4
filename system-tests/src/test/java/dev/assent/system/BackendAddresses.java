package dev.assent.system;

/** What a process of Assent is told of its log and its database. */
record BackendAddresses(String kafka, String jdbcUrl, String user, String password) {

  /** Without the secret. */
  @Override
  public String toString() {
    return kafka + ", " + jdbcUrl;
  }
}
