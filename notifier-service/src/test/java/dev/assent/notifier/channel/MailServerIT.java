package dev.assent.notifier.channel;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.ask;
import static dev.assent.notifier.NotifierFixtures.due;
import static dev.assent.notifier.NotifierFixtures.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.notifier.channel.SmtpSettings.Login;
import dev.assent.notifier.channel.SmtpSettings.Tls;
import dev.assent.notifier.delivery.Outcome;
import jakarta.mail.internet.InternetAddress;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerIT {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Outcome TOO_LATE =
      new Outcome.Retry("The mail server did not answer within 2 seconds.");
  private static final Outcome NOT_TRUSTED =
      new Outcome.Retry("There is no TLS with the mail server, or its certificate is not trusted.");
  private static final SSLSocketFactory ANYBODY = (SSLSocketFactory) SSLSocketFactory.getDefault();

  private static OwnAuthority authority;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    authority = OwnAuthority.make(folder);
  }

  @Test
  void shouldSendNothingOnceATryIsReportedAsFailed() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, LOOPBACK)) {
      // when
      Outcome outcome = take(silent.getLocalPort());

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

  private static Outcome silentAt(String step) throws IOException, InterruptedException {
    try (ScriptedServer stuck =
        new ScriptedServer(
            command ->
                ScriptedServer.verb(command).equals(step)
                    ? Optional.empty()
                    : ScriptedServer.polite(command))) {
      return take(stuck.port());
    }
  }

  @Test
  void shouldEndInTimeWhereTheServerSaysALittleForEver() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 5, LOOPBACK)) {
      Thread dripping = Thread.ofVirtual().start(() -> drip(socket));

      // when
      Outcome outcome = take(socket.getLocalPort());

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
      List<Future<Outcome>> held = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        held.add(threads.submit(() -> take(server.port())));
      }
      toHold.await();

      // when
      Outcome next = take(server.port());

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
      Outcome outcome = take(server.port());

      // then
      assertThat(outcome).isEqualTo(new Outcome.Sent());
    }
  }

  @Test
  void shouldTryAgainWhenTheConnectionBreaks() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 5, LOOPBACK)) {
      Thread.ofVirtual().start(() -> hangUp(socket));

      // when
      Outcome outcome = take(socket.getLocalPort());

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
  void shouldNotSendWithoutTheLoginThatIsConfigured() throws Exception {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer::polite)) {
      // when
      Outcome outcome = take(settings(server.port(), Tls.NONE, new Login("assent", "secret")));

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
      take(server.port());

      // then
      assertThat(server.heard().getFirst()).isEqualTo("EHLO assent.example.org");
    }
  }

  @Test
  void shouldSendOverStartTlsToWhomItTrusts() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer::offeringTls, authority.server())) {
      SmtpSettings settings = settings(server.port(), Tls.STARTTLS, null);

      // when
      Outcome trusted = take(settings, authority.trusting());
      List<String> heard = List.copyOf(server.heard());
      Outcome stranger = take(settings, ANYBODY);

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
          take(settings(server.port(), Tls.OPPORTUNISTIC, null), authority.trusting());

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
      Outcome outcome = take(settings(server.port(), Tls.STARTTLS, login), authority.trusting());

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
        assertThat(take(settings, authority.trusting())).isEqualTo(new Outcome.Sent());
        assertThat(take(settings, ANYBODY)).isEqualTo(NOT_TRUSTED);
      }
    }
  }

  private static Outcome answered(String refused, String answer)
      throws IOException, InterruptedException {
    try (ScriptedServer refusing =
        new ScriptedServer(
            command ->
                ScriptedServer.verb(command).equals(refused)
                    ? Optional.of(answer)
                    : ScriptedServer.polite(command))) {
      return take(refusing.port());
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

  private static Outcome take(int port) throws InterruptedException {
    return take(settings(port, Tls.OPPORTUNISTIC, null));
  }

  private static Outcome take(SmtpSettings settings) throws InterruptedException {
    return take(settings, ANYBODY);
  }

  private static Outcome take(SmtpSettings settings, SSLSocketFactory sockets)
      throws InterruptedException {
    MailComposer composer =
        new MailComposer(
            "Assent <assent@example.org>",
            new Links(URI.create("https://assent.example.org")),
            ZoneOffset.UTC,
            InstantSource.system());
    InternetAddress ada = new InternetAddress();
    ada.setAddress("ada@example.org");
    return new MailServer(settings, () -> sockets, "assent.example.org")
        .take(composer.compose(due(notice(ask(ADA))), ada), Duration.ofSeconds(2));
  }

  private static SmtpSettings settings(int port, Tls tls, @Nullable Login login) {
    return new SmtpSettings("127.0.0.1", port, tls, login);
  }
}
