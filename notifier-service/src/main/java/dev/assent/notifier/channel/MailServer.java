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
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mail server, spoken to with Jakarta Mail, one connection a mail.
 *
 * <p>When the time of a mail is up, its socket is closed, whatever the two sides were saying. So
 * what was reported as not sent is not sent later, and a server that holds connections open costs
 * nobody else a place. One moment is left, as with every mail: a server that has all of it, and
 * whose answer comes too late.
 */
public final class MailServer {

  private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

  /** No such mailbox, not local, name not allowed, takes no mail: another try changes nothing. */
  private static final Set<Integer> NO_SUCH_RECIPIENT = Set.of(550, 551, 553, 556);

  private static final int FIRST_REFUSAL = 400;

  private final SmtpSettings settings;
  private final SSLSocketFactory sockets;
  private final Session session;

  /**
   * A server; nothing is asked of it yet.
   *
   * @param sockets know which certificates are trusted
   */
  public MailServer(SmtpSettings settings, SSLSocketFactory sockets) {
    this.settings = settings;
    this.sockets = sockets;
    this.session = Session.getInstance(properties(settings, sockets));
  }

  private static Properties properties(SmtpSettings settings, SSLSocketFactory sockets) {
    Properties keys = new Properties();
    Tls tls = settings.tls();
    keys.setProperty("mail.smtp.auth", Boolean.toString(settings.login() != null));
    keys.setProperty("mail.smtp.starttls.required", Boolean.toString(tls == Tls.STARTTLS));
    keys.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls == Tls.OPPORTUNISTIC));
    keys.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    keys.put("mail.smtp.ssl.socketFactory", sockets);
    // What is taken is taken; nobody needs to hear the good-bye.
    keys.setProperty("mail.smtp.quitwait", "false");
    return keys;
  }

  /** Hands over a mail, or does not; it has ended when this returns. */
  Outcome take(MimeMessage mail, Duration timeout) throws InterruptedException {
    SMTPTransport transport = new SMTPTransport(session, url());
    try (Socket socket = new Socket();
        CutOff cutOff = CutOff.of(socket, timeout)) {
      try {
        handOver(mail, transport, socket);
        return new Outcome.Sent();
      } catch (MessagingException | IOException e) {
        return cutOff.hasCut()
            ? new Outcome.Retry(
                "The mail server did not answer within " + timeout.toSeconds() + " seconds.")
            : failure(transport, e);
      }
    } catch (IOException e) {
      throw new IllegalStateException("A socket could not be closed.", e);
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
        (SSLSocket) sockets.createSocket(socket, settings.host(), settings.port(), true);
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

  private Outcome failure(SMTPTransport transport, Exception failure) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    int code = transport.getLastReturnCode();
    if (failure instanceof AuthenticationFailedException) {
      return new Outcome.Retry("The mail server did not accept username and password.");
    }
    if (code >= FIRST_REFUSAL) {
      String reason = "The mail server answered " + code + ".";
      return NO_SUCH_RECIPIENT.contains(code) && !isAboutSender(failure)
          ? new Outcome.GivenUp(reason)
          : new Outcome.Retry(reason);
    }
    return new Outcome.Retry(reason(transport, failure));
  }

  /** Whoever runs the service can mend that, and then the mail goes out. */
  private static boolean isAboutSender(Exception failure) {
    return failure instanceof SMTPSendFailedException refused
        && refused.getCommand().startsWith("MAIL");
  }

  private String reason(SMTPTransport transport, Exception failure) {
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
    if (cause instanceof IOException) {
      return "The mail server broke the connection off.";
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

  /** Closes a socket when time is up: no read or write outlives that. */
  private static final class CutOff implements AutoCloseable {

    private final Thread timer;
    private volatile boolean cut;

    private CutOff(Socket socket, Duration timeout) {
      timer = Thread.ofVirtual().unstarted(() -> closeAfter(socket, timeout));
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

    private void closeAfter(Socket socket, Duration timeout) {
      try {
        Thread.sleep(timeout);
        cut = true;
        socket.close();
      } catch (InterruptedException e) {
        LOG.trace("it ended in time");
      } catch (IOException e) {
        LOG.warn("the connection to the mail server could not be closed", e);
      }
    }
  }
}
