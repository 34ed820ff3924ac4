package dev.assent.edge.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.edge.Open;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class DoorTest {

  private final Door door = new Door();

  @Test
  void shouldCloseEverythingUnderV1HoweverThePathIsPutTogether() throws Exception {
    // then
    assertThat(rule(Api.class, "closed")).isEqualTo(new Door.Rule(true, false));
    assertThat(rule(Root.class, "api")).isEqualTo(new Door.Rule(true, false));
    assertThat(rule(Root.class, "bare")).isEqualTo(new Door.Rule(true, false));
  }

  @Test
  void shouldOpenWhatIsMarked() throws Exception {
    // then
    assertThat(rule(Api.class, "open")).isEqualTo(new Door.Rule(true, true));
    assertThat(rule(OpenApi.class, "method")).isEqualTo(new Door.Rule(true, true));
  }

  @Test
  void shouldLeavePagesToThemselves() throws Exception {
    // then
    assertThat(rule(Root.class, "page")).isEqualTo(new Door.Rule(false, true));
    assertThat(rule(Root.class, "lookalike")).isEqualTo(new Door.Rule(false, true));
  }

  private Door.Rule rule(Class<?> resource, String method) throws Exception {
    return door.rule(resource, resource.getDeclaredMethod(method));
  }

  @Path("v1/things")
  static class Api {
    void closed() {}

    @Open
    void open() {}
  }

  @Open
  @Path("/v1/things")
  static class OpenApi {
    void method() {}
  }

  @Path("/")
  static class Root {
    @Path("v1/things")
    void api() {}

    @Path("/v1")
    void bare() {}

    @Path("/inbox")
    void page() {}

    @Path("/v1x")
    void lookalike() {}
  }
}
