package dev.assent.access;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Everything that a configuration folder says about who is who, kept current while files change.
 *
 * @param signer signs with the folder's key, for forms and links
 */
public record Access(Directory directory, Authenticator authenticator, Signer signer) {

  /**
   * Opens the folder.
   *
   * @throws MalformedFileException naming the file that is missing or broken
   */
  public static Access open(Path configFolder) {
    return open(configFolder, InstantSource.system(), System::nanoTime, PasswordHash.ofNobody());
  }

  static Access open(
      Path configFolder, InstantSource clock, LongSupplier nanoTime, PasswordHash nobody) {
    AccessFiles files = new AccessFiles(configFolder);
    Reloading<People> people = new Reloading<>(files.people(), People::read, nanoTime);
    Reloading<Agents> agents = new Reloading<>(files.agents(), Agents::read, nanoTime);
    Signer signer = new Signer(new Reloading<>(files.sessionKey(), Signer::readKey, nanoTime)::get);
    return new Access(
        new FileDirectory(people),
        new FileAuthenticator(
            people, agents, new Sessions(signer, clock), new SignInThrottle(clock), nobody),
        signer);
  }
}
