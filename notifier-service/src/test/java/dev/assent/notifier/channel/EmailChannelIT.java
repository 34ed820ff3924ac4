package dev.assent.notifier.channel;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.ask;
import static dev.assent.notifier.NotifierFixtures.due;
import static dev.assent.notifier.NotifierFixtures.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.assent.notifier.FixedPeople;
import dev.assent.notifier.channel.SmtpSettings.Login;
import dev.assent.notifier.channel.SmtpSettings.Tls;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.delivery.Outcome;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmailChannelIT {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Outcome TOO_LATE =
      new Outcome.Retry("The mail server did not answer within 2 seconds.");
  private static final Outcome NOT_TRUSTED =
      new Outcome.Retry("There is no TLS with the mail server, or its certificate is not trusted.");
  private static final SSLSocketFactory ANYBODY = (SSLSocketFactory) SSLSocketFactory.getDefault();

  private static OwnAuthority authority;

  private final FixedPeople people = new FixedPeople();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    authority = OwnAuthority.make(folder);
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void shouldSendTextAndHtmlThroughARealServer() throws Exception {
    // given
    DueDelivery delivery = mail();

    // when
    Outcome outcome = channel(server.getSmtp().getPort()).send(delivery);

    // then
    assertThat(outcome).isEqualTo(new Outcome.Sent());
    assertThat(server.getReceivedMessages()).hasSize(1);
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Approval needed: Add an index");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ada@example.org");
    assertThat(mail.getMessageID()).isEqualTo("<" + delivery.id() + "@assent.example.org>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("On table orders.");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
  }

  @Test
  void shouldSendTheSameMessageIdAgainAfterACrash() throws Exception {
    // given
    EmailChannel channel = channel(server.getSmtp().getPort());
    DueDelivery delivery = mail();

    // when
    channel.send(delivery);
    channel.send(delivery);

    // then
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
  }

  @Test
  void shouldTryAgainWhenTheServerIsAway() throws Exception {
    // given
    int port = server.getSmtp().getPort();
    server.stop();

    // when
    Outcome outcome = channel(port).send(mail());

    // then
    assertThat(outcome).isEqualTo(new Outcome.Retry("The mail server cannot be reached."));
  }

  @Test
  void shouldGiveUpOnSomebodyWhoseAddressIsGone() throws Exception {
    // given
    people.emails.remove("ada");

    // when
    Outcome outcome = channel(server.getSmtp().getPort()).send(mail());

    // then
    assertThat(outcome).isEqualTo(new Outcome.GivenUp("The person has no email address any more."));
  }

  @Test
  void shouldSendNothingOnceATryIsReportedAsFailed() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, LOOPBACK)) {
      // when
      Outcome outcome = channel(silent.getLocalPort()).send(mail());

      // then
      assertThat(outcome).isEqualTo(TOO_LATE);
      try (Socket late = silent.accept()) {
        assertThatThrownBy(() -> late.getInputStream().read())
            .as("the other side has reset the connection")
            .isInstanceOf(SocketException.class);
      }
    }
  }

  @Test
  void shouldEndInTimeWhereverTheServerStopsAnswering() throws Exception {
    // given
    List<String> steps = List.of("EHLO", "MAIL", "RCPT", "DATA", ScriptedServer.END_OF_MAIL);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      // when
      List<Future<Outcome>> tries =
          steps.stream().map(step -> threads.submit(() -> silentAt(step))).toList();

      // then
      for (Future<Outcome> each : tries) {
        assertThat(each.get()).isEqualTo(TOO_LATE);
      }
    }
  }

  private Outcome silentAt(String step) throws IOException, InterruptedException {
    try (ScriptedServer stuck =
        new ScriptedServer(
            command ->
                ScriptedServer.verb(command).equals(step)
                    ? Optional.empty()
                    : ScriptedServer.polite(command))) {
      return channel(stuck.port()).send(mail());
    }
  }

  @Test
  void shouldEndInTimeWhereTheServerSaysALittleForEver() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 5, LOOPBACK)) {
      Thread dripping = Thread.ofVirtual().start(() -> drip(socket));

      // when
      Outcome outcome = channel(socket.getLocalPort()).send(mail());

      // then
      assertThat(outcome).isEqualTo(TOO_LATE);
      assertThat(dripping.join(Duration.ofSeconds(10))).as("nobody listens any more").isTrue();
    }
  }

  @Test
  void shouldSendWhileTheServerHoldsManyConnectionsOpen() throws Exception {
    // given
    CountDownLatch toHold = new CountDownLatch(20);
    try (ScriptedServer server =
            new ScriptedServer(
                command -> {
                  boolean holds = command.equals(ScriptedServer.GREETING) && toHold.getCount() > 0;
                  toHold.countDown();
                  return holds ? Optional.empty() : ScriptedServer.polite(command);
                });
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      EmailChannel channel = channel(server.port());
      List<Future<Outcome>> held = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        held.add(threads.submit(() -> channel.send(mail())));
      }
      toHold.await();

      // when
      Outcome next = channel.send(mail());

      // then
      assertThat(next).isEqualTo(new Outcome.Sent());
      for (Future<Outcome> each : held) {
        assertThat(each.get()).isEqualTo(TOO_LATE);
      }
    }
  }

  @Test
  void shouldBeSentEvenIfTheServerIsSilentAfterwards() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            command ->
                command.equals("QUIT") ? Optional.empty() : ScriptedServer.polite(command))) {
      // when
      Outcome outcome = channel(server.port()).send(mail());

      // then
      assertThat(outcome).isEqualTo(new Outcome.Sent());
    }
  }

  @Test
  void shouldTryAgainWhenTheConnectionBreaks() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 5, LOOPBACK)) {
      Thread.ofVirtual().start(() -> hangUp(socket));

      // when
      Outcome outcome = channel(socket.getLocalPort()).send(mail());

      // then
      assertThat(outcome).isEqualTo(new Outcome.Retry("The mail server broke the connection off."));
    }
  }

  @Test
  void shouldGiveUpOnlyWhenTheRecipientIsUnknown() throws Exception {
    // when
    Outcome unknown = answered("RCPT", "550 5.1.1 not ada@example.org");
    Outcome unknownAtTheEnd = answered(ScriptedServer.END_OF_MAIL, "550 5.1.10 no such domain");
    Outcome full = answered("RCPT", "452 4.2.2 full");
    Outcome senderNotLiked = answered("RCPT", "550 Sender verify failed");
    Outcome senderNotOwn = answered("RCPT", "553 5.7.1 Sender address rejected");
    Outcome senderRefused = answered("MAIL", "550 5.1.8 who are you");
    Outcome busy = answered(ScriptedServer.GREETING, "421 busy");
    Outcome blocked = answered(ScriptedServer.GREETING, "550 you are on a list");

    // then
    assertThat(List.of(unknown, unknownAtTheEnd))
        .containsOnly(new Outcome.GivenUp("The mail server answered 550."));
    assertThat(full).isEqualTo(new Outcome.Retry("The mail server answered 452."));
    assertThat(senderNotOwn).isEqualTo(new Outcome.Retry("The mail server answered 553."));
    assertThat(List.of(senderNotLiked, senderRefused))
        .containsOnly(new Outcome.Retry("The mail server answered 550."));
    assertThat(busy).isEqualTo(new Outcome.Retry("The mail server answered 421."));
    assertThat(blocked).isInstanceOf(Outcome.Retry.class);
  }

  @Test
  void shouldWriteTheDomainInAsciiAndNeverCutALetter() throws Exception {
    // given
    try (ScriptedServer server = new ScriptedServer(ScriptedServer::polite)) {
      // when
      people.emails.put("ada", "ada@bücher.example");
      Outcome domain = channel(server.port()).send(mail());
      people.emails.put("ada", "łukasz@example.org");
      Outcome local = channel(server.port()).send(mail());

      // then
      assertThat(domain).isEqualTo(new Outcome.Sent());
      assertThat(server.heard()).contains("RCPT TO:<ada@xn--bcher-kva.example>");
      assertThat(local).isInstanceOf(Outcome.GivenUp.class);
    }
  }

  @Test
  void shouldNotSendWithoutTheLoginThatIsConfigured() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer::polite)) {
      // when
      Outcome outcome =
          channel(settings(server.port(), Tls.NONE, new Login("assent", "secret"))).send(mail());

      // then
      assertThat(outcome)
          .isEqualTo(
              new Outcome.Retry(
                  "The mail server offers no login, which assent.notifier.email.username asks for."));
      assertThat(server.heard()).extracting(ScriptedServer::verb).doesNotContain("MAIL");
    }
  }

  @Test
  void shouldCallItselfByItsPublicName() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer::polite)) {
      // when
      channel(server.port()).send(mail());

      // then
      assertThat(server.heard().getFirst()).isEqualTo("EHLO assent.example.org");
    }
  }

  @Test
  void shouldGiveUpOnAnAddressThatIsNone() throws Exception {
    // given
    people.emails.put("ada", "a@b@c");

    // when
    Outcome outcome = channel(server.getSmtp().getPort()).send(mail());

    // then
    assertThat(outcome)
        .isEqualTo(
            new Outcome.GivenUp("The person's email address is none that mail can be sent to."));
  }

  @Test
  void shouldSignInWhereTheServerAsksForIt() throws Exception {
    // given
    server.setUser("assent@example.org", "assent", "secret");
    server.getUserManager().setAuthRequired(true);
    int port = server.getSmtp().getPort();

    // when
    Outcome right = channel(settings(port, Tls.NONE, new Login("assent", "secret"))).send(mail());
    Outcome wrong = channel(settings(port, Tls.NONE, new Login("assent", "wrong"))).send(mail());

    // then
    assertThat(right).isEqualTo(new Outcome.Sent());
    assertThat(wrong)
        .isEqualTo(new Outcome.Retry("The mail server did not accept username and password."));
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void shouldSendOverStartTlsToWhomItTrusts() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer::offeringTls, authority.server())) {
      SmtpSettings settings = settings(server.port(), Tls.STARTTLS, null);

      // when
      Outcome trusted = channel(settings, authority.trusting()).send(mail());
      List<String> heard = List.copyOf(server.heard());
      Outcome stranger = channel(settings, ANYBODY).send(mail());

      // then
      assertThat(trusted).isEqualTo(new Outcome.Sent());
      assertThat(heard.subList(0, 3))
          .extracting(ScriptedServer::verb)
          .containsExactly("EHLO", "STARTTLS", "EHLO");
      assertThat(stranger).isEqualTo(NOT_TRUSTED);
      assertThat(server.heard().subList(heard.size(), server.heard().size()))
          .extracting(ScriptedServer::verb)
          .doesNotContain("MAIL");
    }
  }

  @Test
  void shouldUseTlsWhereItIsOffered() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer::offeringTls, authority.server())) {
      // when
      Outcome outcome =
          channel(settings(server.port(), Tls.OPPORTUNISTIC, null), authority.trusting())
              .send(mail());

      // then
      assertThat(outcome).isEqualTo(new Outcome.Sent());
      assertThat(server.heard()).contains("STARTTLS");
    }
  }

  @Test
  void shouldSayNothingToAServerWithoutTheTlsThatIsDemanded() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer::polite)) {
      Login login = new Login("assent", "secret");

      // when
      Outcome outcome =
          channel(settings(server.port(), Tls.STARTTLS, login), authority.trusting()).send(mail());

      // then
      assertThat(outcome)
          .isEqualTo(
              new Outcome.Retry(
                  "The mail server offers no STARTTLS, which assent.notifier.email.tls demands."));
      assertThat(server.heard()).extracting(ScriptedServer::verb).doesNotContain("AUTH", "MAIL");
    }
  }

  @Test
  void shouldSendOverImplicitTlsToWhomItTrusts() throws Exception {
    try (ServerSocket secured =
        authority.server().getServerSocketFactory().createServerSocket(0, 5, LOOPBACK)) {
      try (ScriptedServer server = new ScriptedServer(ScriptedServer::polite, secured)) {
        SmtpSettings settings = settings(server.port(), Tls.IMPLICIT, null);

        // then
        assertThat(channel(settings, authority.trusting()).send(mail()))
            .isEqualTo(new Outcome.Sent());
        assertThat(channel(settings, ANYBODY).send(mail())).isEqualTo(NOT_TRUSTED);
      }
    }
  }

  private Outcome answered(String refused, String answer) throws IOException, InterruptedException {
    try (ScriptedServer refusing =
        new ScriptedServer(
            command ->
                ScriptedServer.verb(command).equals(refused)
                    ? Optional.of(answer)
                    : ScriptedServer.polite(command))) {
      return channel(refusing.port()).send(mail());
    }
  }

  private static void drip(ServerSocket server) {
    try (Socket client = server.accept()) {
      while (true) {
        client.getOutputStream().write("220-wait\r\n".getBytes(StandardCharsets.US_ASCII));
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    } catch (IOException e) {
      // Nobody listens any more.
    }
  }

  private static void hangUp(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getOutputStream().write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // The client was quicker.
    }
  }

  private static DueDelivery mail() {
    return due(notice(ask(ADA)));
  }

  private EmailChannel channel(int port) {
    return channel(settings(port, Tls.OPPORTUNISTIC, null));
  }

  private EmailChannel channel(SmtpSettings settings) {
    return channel(settings, ANYBODY);
  }

  private EmailChannel channel(SmtpSettings settings, SSLSocketFactory sockets) {
    return new EmailChannel(
        new MailServer(settings, () -> sockets, "assent.example.org"),
        new MailComposer(
            "Assent <assent@example.org>",
            new Links(URI.create("https://assent.example.org")),
            ZoneOffset.UTC,
            InstantSource.system()),
        people,
        Duration.ofSeconds(2),
        8);
  }

  private static SmtpSettings settings(int port, Tls tls, @Nullable Login login) {
    return new SmtpSettings("127.0.0.1", port, tls, login);
  }
}
