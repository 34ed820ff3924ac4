package dev.assent.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The plain secrets of a demo folder, as {@code initial-credentials.json} keeps them. */
public record InitialCredentials(List<Password> passwords, List<NewApiKey> apiKeys) {

  /** A person's first password. */
  public record Password(String personId, String password) {

    /** Without the secret: records end up in logs. */
    @Override
    public String toString() {
      return "Password[personId=" + personId + "]";
    }
  }

  static final String FILE = "initial-credentials.json";

  public InitialCredentials {
    passwords = List.copyOf(passwords);
    apiKeys = List.copyOf(apiKeys);
  }

  /** What a first start left in this folder; empty once somebody deleted the file. */
  public static Optional<InitialCredentials> read(Path configFolder) {
    Path file = new AccessFiles(configFolder).initialCredentials();
    return Files.exists(file)
        ? Optional.of(Reloading.read(file, InitialCredentials::parse))
        : Optional.empty();
  }

  /** The password of this person, if it is one of those made at the first start. */
  public Optional<String> password(String personId) {
    return passwords.stream()
        .filter(password -> password.personId().equals(personId))
        .map(Password::password)
        .findFirst();
  }

  static InitialCredentials parse(byte[] json) {
    Fields document = Fields.document(FILE, json).only("passwords", "api_keys");
    return new InitialCredentials(
        document.objects("passwords").stream()
            .map(fields -> new Password(fields.text("person"), fields.text("password")))
            .toList(),
        document.objects("api_keys").stream()
            .map(
                fields ->
                    new NewApiKey(
                        fields.text("address"), fields.text("key_id"), fields.text("token")))
            .toList());
  }

  byte[] write() {
    ObjectNode document = Fields.JSON.createObjectNode();
    ArrayNode people = document.putArray("passwords");
    for (Password password : passwords) {
      people.addObject().put("person", password.personId()).put("password", password.password());
    }
    ArrayNode keys = document.putArray("api_keys");
    for (NewApiKey key : apiKeys) {
      keys.addObject()
          .put("address", key.address())
          .put("key_id", key.keyId())
          .put("token", key.token());
    }
    try {
      return Fields.JSON.writeValueAsBytes(document);
    } catch (IOException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }
}
