package dev.assent.approval.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The keys of approval-service. */
@ConfigMapping(prefix = "assent.approval")
public interface ApprovalConfig {

  /** How many records one transaction of the decider takes at the most. */
  @WithDefault("500")
  int maxBatch();

  /** How long an event waits at the most until a signed checkpoint covers it. */
  @WithDefault("PT10S")
  Duration checkpointEvery();

  /**
   * The time zone of pages in browsers without a script; others show their own, such as {@code
   * Europe/Vienna}. Default: the server's.
   */
  Optional<String> timeZone();

  /** How many open tasks the inbox and the task list of the API show at once. */
  @WithDefault("100")
  int inboxSize();

  /** How many decided tasks the inbox shows below the open ones. */
  @WithDefault("10")
  int recentSize();

  /** How long one stream of live updates lasts; browsers connect anew, with their session. */
  @WithDefault("PT10M")
  Duration liveFor();
}
