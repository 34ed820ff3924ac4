package dev.assent.edge.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.access.AgentCaller;
import dev.assent.access.Authenticator;
import dev.assent.access.Caller;
import dev.assent.access.Person;
import dev.assent.access.PersonCaller;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallerResolverTest {

  private static final AgentCaller AGENT = new AgentCaller("agent://a/b/c", "k1");
  private static final PersonCaller ADA =
      new PersonCaller(new Person("ada", "Ada", null), List.of(), "session");

  private final CallerResolver resolver = new CallerResolver(new OneOfEach());

  @Test
  void shouldTakeAnApiKeyFromEitherHeader() {
    // when
    Caller byHeader = known(resolver.resolve(Credentials.of(null, "assent_k1_good", null)));
    Caller byBearer = known(resolver.resolve(Credentials.of("Bearer assent_k1_good", null, null)));

    // then
    assertThat(byHeader).isEqualTo(AGENT);
    assertThat(byBearer).isEqualTo(AGENT);
  }

  @Test
  void shouldTakeTheActorOverTheKeyThatCarriedThem() {
    // when
    Resolution resolution =
        resolver.resolve(Credentials.of("Bearer as1.good.sig", "assent_k1_good", null));

    // then
    assertThat(resolution).isEqualTo(new Resolution.Known(ADA, "as1.good.sig", false));
  }

  @Test
  void shouldMarkWhatABrowserAddedByItself() {
    // when
    Resolution resolution = resolver.resolve(Credentials.of(null, null, "as1.good.sig"));

    // then
    assertThat(resolution).isEqualTo(new Resolution.Known(ADA, "as1.good.sig", true));
  }

  @Test
  void shouldNotFallBackFromAWrongCredentialToARightOne() {
    // when
    Resolution bearer =
        resolver.resolve(Credentials.of("Bearer as1.bad.sig", "assent_k1_good", null));
    Resolution key = resolver.resolve(Credentials.of(null, "assent_k1_bad", "as1.good.sig"));

    // then
    assertThat(code(bearer)).isEqualTo("invalid_actor_token");
    assertThat(code(key)).isEqualTo("invalid_platform_api_key");
  }

  @Test
  void shouldCallATokenWithoutDotsAKey() {
    // when
    Resolution resolution = resolver.resolve(Credentials.of("Bearer nonsense", null, null));

    // then
    assertThat(code(resolution)).isEqualTo("invalid_platform_api_key");
  }

  @Test
  void shouldFindNobodyWithoutCredentials() {
    // when
    Resolution resolution = resolver.resolve(Credentials.of(null, " ", ""));

    // then
    assertThat(resolution).isEqualTo(new Resolution.Nobody());
  }

  private static Caller known(Resolution resolution) {
    return ((Resolution.Known) resolution).caller();
  }

  private static String code(Resolution resolution) {
    return ((Resolution.Wrong) resolution).problem().code();
  }

  private static final class OneOfEach implements Authenticator {

    @Override
    public Optional<AgentCaller> byApiKey(String token) {
      return token.equals("assent_k1_good") ? Optional.of(AGENT) : Optional.empty();
    }

    @Override
    public Optional<PersonCaller> byPassword(String personId, String password) {
      return Optional.empty();
    }

    @Override
    public Optional<PersonCaller> bySession(String token) {
      return token.equals("as1.good.sig") ? Optional.of(ADA) : Optional.empty();
    }

    @Override
    public String openSession(Person person) {
      throw new UnsupportedOperationException();
    }
  }
}
