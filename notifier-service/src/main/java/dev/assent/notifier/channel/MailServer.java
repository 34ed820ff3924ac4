package dev.assent.notifier.channel;

import dev.assent.notifier.channel.SmtpSettings.Login;
import dev.assent.notifier.channel.SmtpSettings.Tls;
import dev.assent.notifier.delivery.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail server, spoken to with Jakarta Mail, one connection a mail.
 *
 * <p>When the time of a mail is up, its connection is reset, whatever the two sides were saying:
 * not even what lies in buffers goes out. So what was reported as not sent is not sent later, and a
 * server that holds connections open costs nobody else a place. One moment is left, as with every
 * mail: a server that has all of it, and whose answer comes too late.
 */
public final class MailServer {

  private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

  /**
   * No such mailbox, no address, moved away, takes no mail, mailbox closed (RFC 3463, RFC 7505):
   * another try changes nothing. The three digits before alone do not say so: servers answer 550 to
   * recipients also if they do not like the sender, which somebody can mend.
   */
  private static final Pattern NO_SUCH_RECIPIENT =
      Pattern.compile("5\\d\\d[ -]5\\.(1\\.(1|3|6|10)|2\\.1)\\b");

  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_LASTING_REFUSAL = 500;

  private final SmtpSettings settings;
  private final @Nullable SSLSocketFactory sockets;
  private final Session session;

  /**
   * A server; nothing is asked of it yet.
   *
   * @param tls knows which certificates are trusted; asked where there is TLS
   * @param ownName what this side calls itself
   */
  public MailServer(SmtpSettings settings, Supplier<SSLSocketFactory> tls, String ownName) {
    this.settings = settings;
    this.sockets = settings.tls() == Tls.NONE ? null : tls.get();
    this.session = Session.getInstance(properties(settings, sockets, ownName));
  }

  private static Properties properties(
      SmtpSettings settings, @Nullable SSLSocketFactory sockets, String ownName) {
    Properties keys = new Properties();
    Tls tls = settings.tls();
    keys.setProperty("mail.smtp.auth", Boolean.toString(settings.login() != null));
    keys.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
    keys.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls == Tls.OPPORTUNISTIC));
    keys.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    if (sockets != null) {
      keys.put("mail.smtp.ssl.socketFactory", sockets);
    }
    // Else it asks the name service for it, with each mail.
    keys.setProperty("mail.smtp.localhost", ownName);
    // What is taken is taken; nobody needs to hear the good-bye.
    keys.setProperty("mail.smtp.quitwait", "false");
    return keys;
  }

  /** Hands over a mail, or does not; it has ended when this returns. */
  Outcome take(MimeMessage mail, Duration timeout) throws InterruptedException {
    SMTPTransport transport = new SMTPTransport(session, url());
    Socket socket = new Socket();
    try (CutOff cutOff = CutOff.of(socket, timeout)) {
      try {
        handOver(mail, transport, socket);
        return new Outcome.Sent();
      } catch (MessagingException | IOException e) {
        return cutOff.hasCut()
            ? new Outcome.Retry(
                "The mail server did not answer within " + timeout.toSeconds() + " seconds.")
            : failure(transport, e);
      } finally {
        close(socket);
      }
    }
  }

  private URLName url() {
    Login login = settings.login();
    return new URLName(
        "smtp",
        settings.host(),
        settings.port(),
        null,
        login == null ? null : login.username(),
        login == null ? null : login.password());
  }

  private void handOver(MimeMessage mail, SMTPTransport transport, Socket socket)
      throws MessagingException, IOException {
    socket.connect(address());
    transport.connect(settings.tls() == Tls.IMPLICIT ? secured(socket) : socket);
    if (settings.login() != null && !transport.supportsExtension("AUTH")) {
      // It would go on without.
      throw new NoLoginException();
    }
    transport.sendMessage(mail, mail.getAllRecipients());
    hangUp(transport);
  }

  /** With the name that the certificate has to be for, also where it is an address. */
  private InetSocketAddress address() throws UnknownHostException {
    byte[] found = InetAddress.getByName(settings.host()).getAddress();
    return new InetSocketAddress(InetAddress.getByAddress(settings.host(), found), settings.port());
  }

  private SSLSocket secured(Socket socket) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            Objects.requireNonNull(sockets)
                .createSocket(socket, settings.host(), settings.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  /** The mail is taken; how the connection ends changes nothing any more. */
  private static void hangUp(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("the connection did not end well", e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.warn("the connection to the mail server could not be closed", e);
    }
  }

  private Outcome failure(SMTPTransport transport, Exception failure) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    int code = transport.getLastReturnCode();
    if (failure instanceof AuthenticationFailedException && code >= FIRST_LASTING_REFUSAL) {
      return new Outcome.Retry("The mail server did not accept username and password.");
    }
    if (code >= FIRST_REFUSAL) {
      String reason = "The mail server answered " + code + ".";
      return NO_SUCH_RECIPIENT.matcher(transport.getLastServerResponse()).lookingAt()
          ? new Outcome.GivenUp(reason)
          : new Outcome.Retry(reason);
    }
    return new Outcome.Retry(reason(transport, failure, code));
  }

  private String reason(SMTPTransport transport, Exception failure, int code) {
    Throwable cause = cause(failure);
    if (cause instanceof ConnectException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException) {
      return "The mail server cannot be reached.";
    }
    if (cause instanceof SSLException) {
      LOG.warn("no TLS with the mail server: {}", cause.getMessage());
      return "There is no TLS with the mail server, or its certificate is not trusted.";
    }
    if (cause instanceof IOException || code < 0) {
      return "The mail server broke the connection off.";
    }
    if (cause instanceof NoLoginException) {
      return "The mail server offers no login, which assent.notifier.email.username asks for.";
    }
    if (settings.tls() == Tls.STARTTLS && !transport.supportsExtension("STARTTLS")) {
      return "The mail server offers no STARTTLS, which assent.notifier.email.tls demands.";
    }
    // The message may hold an address; its type says enough.
    LOG.warn("a mail failed with {}", cause.getClass().getName());
    return "The mail could not be sent: " + cause.getClass().getSimpleName();
  }

  private static Throwable cause(Throwable failure) {
    Throwable deepest = failure;
    for (Throwable next = failure; next != null; next = next.getCause()) {
      deepest = next;
      if (next instanceof IOException) {
        return next;
      }
    }
    return deepest;
  }

  /** There is a login, and a server that wants none. */
  private static final class NoLoginException extends MessagingException {
    private static final long serialVersionUID = 1;
  }

  /** Resets a connection when time is up: no read or write outlives that. */
  private static final class CutOff implements AutoCloseable {

    private final Thread timer;
    private volatile boolean cut;

    private CutOff(Socket socket, Duration timeout) {
      timer = Thread.ofVirtual().unstarted(() -> resetAfter(socket, timeout));
    }

    static CutOff of(Socket socket, Duration timeout) {
      CutOff cutOff = new CutOff(socket, timeout);
      cutOff.timer.start();
      return cutOff;
    }

    boolean hasCut() {
      return cut;
    }

    @Override
    public void close() {
      timer.interrupt();
    }

    private void resetAfter(Socket socket, Duration timeout) {
      try {
        Thread.sleep(timeout);
        cut = true;
        // What the other side has not acknowledged is dropped; else the system would go on with it.
        socket.setSoLinger(true, 0);
      } catch (InterruptedException e) {
        LOG.trace("it ended in time");
        return;
      } catch (IOException e) {
        LOG.debug("the connection has ended meanwhile", e);
      }
      MailServer.close(socket);
    }
  }
}
