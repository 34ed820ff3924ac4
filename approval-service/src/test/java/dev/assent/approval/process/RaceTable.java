package dev.assent.approval.process;

import java.util.List;

/** Every race in both orders. */
final class RaceTable {

  private RaceTable() {}

  static final List<Race> RACES =
      Race.table(
          """
          a gate             | ada approves            | taken | bo rejects              | ALREADY_DECIDED, ada won    | COMPLETED by ada
          a gate             | bo rejects              | taken | ada approves            | ALREADY_DECIDED, bo won     | FAILED by bo

          a gate             | ada approves            | taken | time is up              | STALE_TIMER                 | COMPLETED by ada
          a gate             | time is up              | taken | ada approves            | ALREADY_DECIDED, policy won | FAILED by policy
          a gate, or cancel  | ada approves            | taken | time is up              | STALE_TIMER                 | COMPLETED by ada
          a gate, or cancel  | time is up              | taken | ada approves            | ALREADY_ENDED               | CANCELED
          a gate, or yes     | bo rejects              | taken | time is up              | STALE_TIMER                 | FAILED by bo
          a gate, or yes     | time is up              | taken | bo rejects              | ALREADY_DECIDED, policy won | COMPLETED by policy
          a gate, or wait    | ada approves            | taken | time is up              | STALE_TIMER                 | waits for time in wait
          a gate, or wait    | time is up              | taken | ada approves            | NOT_WAITING_FOR_HUMAN       | waits for time in wait
          a gate             | ada approves            | taken | the intent's time is up | STALE_TIMER                 | COMPLETED by ada
          a gate             | the intent's time is up | taken | ada approves            | ALREADY_ENDED               | TIMED_OUT
          a gate             | time is up              | taken | the intent's time is up | STALE_TIMER                 | FAILED by policy
          a gate             | the intent's time is up | taken | time is up              | STALE_TIMER                 | TIMED_OUT

          a gate             | ada approves            | taken | it escalates            | STALE_TIMER                 | COMPLETED by ada
          a gate             | it escalates            | taken | ada approves            | taken                       | COMPLETED by ada
          a gate             | it escalates            | taken | cy rejects              | taken                       | FAILED by cy
          a gate             | time is up              | taken | it escalates            | STALE_TIMER                 | FAILED by policy
          a gate             | it escalates            | taken | time is up              | taken                       | FAILED by policy
          two gates          | ada approves            | taken | it escalates            | STALE_TIMER                 | waits for ada, group:sre at second
          two gates          | it escalates            | taken | ada approves            | taken                       | waits for ada, group:sre at second

          a gate             | a reminder is due       | taken | ada approves            | taken                       | COMPLETED by ada
          a gate             | ada approves            | taken | a reminder is due       | STALE_TIMER                 | COMPLETED by ada
          a gate             | a reminder is due       | taken | it escalates            | taken                       | waits for cy at first
          a gate             | it escalates            | taken | a reminder is due       | STALE_TIMER                 | waits for cy at first

          a gate             | the sender cancels      | taken | ada approves            | ALREADY_ENDED               | CANCELED
          a gate             | ada approves            | taken | the sender cancels      | ALREADY_ENDED, ada won      | COMPLETED by ada
          a gate             | the sender cancels      | taken | ada cancels             | ALREADY_ENDED               | CANCELED
          a gate             | the sender cancels      | taken | time is up              | STALE_TIMER                 | CANCELED
          a gate             | time is up              | taken | the sender cancels      | ALREADY_ENDED, policy won   | FAILED by policy
          a gate, then wait  | ada approves            | taken | the sender cancels      | taken                       | CANCELED
          a gate, then wait  | the sender cancels      | taken | ada approves            | ALREADY_ENDED               | CANCELED

          a gate             | ada hands over          | taken | ada approves            | NOT_AN_APPROVER             | waits for group:sre, dee at first
          a gate             | ada hands over          | taken | bo approves             | taken                       | COMPLETED by bo
          a gate             | ada hands over          | taken | dee approves            | taken                       | COMPLETED by dee
          a gate             | ada approves            | taken | ada hands over          | ALREADY_ENDED, ada won      | COMPLETED by ada
          a gate             | ada hands over          | taken | it escalates            | taken                       | waits for cy at first
          a gate             | it escalates            | taken | ada hands over          | taken                       | waits for cy, dee at first
          two gates          | bo approves             | taken | ada hands the first over | ALREADY_DECIDED, bo won    | waits for ada, group:sre at second
          two gates          | ada hands the first over | taken | bo approves            | taken                       | waits for ada, group:sre at second

          a gate             | ada edits               | taken | bo approves             | SHOWN_SOMETHING_ELSE        | waits for ada, group:sre at first
          a gate             | ada edits               | taken | bo approves unseen      | SHOWN_SOMETHING_ELSE        | waits for ada, group:sre at first
          a gate             | ada edits               | taken | bo approves what was edited | taken                   | COMPLETED by bo
          a gate             | ada edits               | taken | bo edits                | SHOWN_SOMETHING_ELSE        | waits for ada, group:sre at first
          a gate             | bo approves             | taken | ada edits               | ALREADY_ENDED, bo won       | COMPLETED by bo
          two gates          | bo approves             | taken | ada edits at the first  | ALREADY_DECIDED, bo won     | waits for ada, group:sre at second
          two gates          | ada edits at the first  | taken | bo approves             | SHOWN_SOMETHING_ELSE        | waits for ada, group:sre at first

          build              | build 1 is done         | taken | time is up              | STALE_TIMER                 | COMPLETED
          build              | time is up              | taken | build 1 is done         | ALREADY_ENDED               | FAILED
          build              | build 1 is done         | taken | the sender cancels      | ALREADY_ENDED               | COMPLETED
          build              | the sender cancels      | taken | build 1 is done         | ALREADY_ENDED               | CANCELED
          build, or report   | time is up              | taken | build 1 is done         | NOT_WAITING_FOR_AGENT       | report 1 is with the agent
          build, or report   | build 1 fails           | taken | build 1 is done         | NOT_WAITING_FOR_AGENT       | report 1 is with the agent
          build, or report   | build 1 is done         | taken | time is up              | STALE_TIMER                 | report 1 is with the agent
          build, or report   | time is up              | taken | report 1 is done        | taken                       | COMPLETED
          build, failed once | build is tried again    | taken | build 1 is done         | NOT_WAITING_FOR_AGENT       | build 2 is with the agent
          build, failed once | build is tried again    | taken | build 2 is done         | taken                       | COMPLETED
          build, failed once | build is tried again    | taken | build 1 fails           | NOT_WAITING_FOR_AGENT       | build 2 is with the agent

          build, then a gate | ada approves            | taken | build 1 is done         | taken                       | COMPLETED by ada
          build, then a gate | build 1 is done         | taken | ada approves            | taken                       | COMPLETED by ada
          build, then a gate | ada approves            | taken | bo rejects              | ALREADY_DECIDED, ada won    | build 1 is with the agent
          build, then a gate | ada approves            | taken | time is up              | taken                       | FAILED
          """);
}
