package dev.assent.notifier.page;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;

/**
 * A mail server on 127.0.0.1 that delivers nothing: it keeps what it gets, for whomever, so that
 * somebody who tries Assent sees the mails that it would send. For development and demos.
 */
public final class MailCatcher implements AutoCloseable {

  private final GreenMail server;

  /**
   * Starts it.
   *
   * @param port on 127.0.0.1; 0 takes a free one
   * @throws IllegalStateException if the port is taken
   */
  public MailCatcher(int port, CaughtMails mails) {
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server
        .getUserManager()
        .setMessageDeliveryHandler(
            (message, address) -> {
              mails.add(address.getEmail(), message.getMessage());
              return new NoMailbox(address.getEmail());
            });
    server.start();
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Stands where the server wants to put the mail, and takes none: it is kept already. */
  private record NoMailbox(String email) implements GreenMailUser {

    @Override
    public String getEmail() {
      return email;
    }

    @Override
    public String getLogin() {
      return email;
    }

    @Override
    public void deliver(MovingMessage message) {}

    @Override
    public void deliver(MimeMessage message) {}

    @Override
    public void create() {}

    @Override
    public void delete() {}

    @Override
    public String getPassword() {
      return "";
    }

    @Override
    public void setPassword(String password) {}

    @Override
    public void authenticate(String password) {}

    @Override
    public String getQualifiedMailboxName() {
      return email;
    }
  }
}
