package io.sluice.engine.delivery.gateway.http;

/** What came of a request. */
sealed interface HttpResult {
  /**
   * There is an answer.
   *
   * @param body its body; cut off where it is too long
   */
  record Answered(int status, byte[] body) implements HttpResult {}

  /**
   * The request did not leave.
   *
   * @param reason a kebab-case code
   */
  record NotSent(String reason) implements HttpResult {}

  /**
   * The request left, wholly or in part, and there is no answer.
   *
   * @param reason a kebab-case code
   */
  record NoAnswer(String reason) implements HttpResult {}
}
