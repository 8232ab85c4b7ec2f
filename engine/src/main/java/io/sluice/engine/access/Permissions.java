package io.sluice.engine.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which role it takes to call what. Reading takes any role in the workspace; whatever is not named
 * here takes an admin.
 */
final class Permissions {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String WORKSPACE = "/api/workspaces/{workspace}";

  /** Ask something and change nothing, though they are sent with a body. */
  private static final List<String> ASKING =
      List.of(
          "POST /canvas/counts",
          "POST /canvas/walk",
          "POST /campaigns/{campaign}/check",
          "POST /messages/preview",
          "POST /coupons/{code}/quote",
          "POST /members/{member}/price");

  /** Deciding: the controller knows about what, and looks at the role again. */
  private static final List<String> DECIDING =
      List.of(
          "POST /campaigns/{campaign}/review",
          "PUT /campaigns/{campaign}/budget",
          "DELETE /campaigns/{campaign}/budget",
          "POST /templates/{template}/{step:submit|approve|reject}");

  /** An approver may also hold what goes wrong. */
  private static final List<String> HOLDING =
      List.of(
          "POST /runs/{run}/pause", "POST /runs/{run}/stop", "POST /alerts/{alert}/acknowledge");

  /** Letting go on what departs from what was approved. */
  private static final List<String> APPROVING = List.of("POST /runs/{run}/go-on");

  private static final List<String> MARKETING =
      List.of(
          "PUT /campaigns/{campaign}",
          "DELETE /campaigns/{campaign}",
          "PUT /campaigns/{campaign}/hidden",
          "POST /campaigns/{campaign}/copy",
          "POST /campaigns/{campaign}/dry-run",
          "POST /dry-runs/{dryRun}/cancel",
          "PUT /campaigns/{campaign}/schedule",
          "DELETE /campaigns/{campaign}/schedule",
          "PUT /campaigns/{campaign}/analysis-window",
          "PUT /campaigns/{campaign}/alert-contacts",
          "POST /campaigns/{campaign}/start",
          "POST /runs/{run}/resume",
          "POST /runs/{run}/retry",
          "POST /runs/{run}/nodes/{node}/resend",
          "POST /runs/{run}/nodes/{node}/revert",
          "PUT /segments/{key}",
          "DELETE /segments/{key}",
          "POST /tags/{tag}/members",
          "DELETE /tags/{tag}/members/{member}",
          "POST /blacklists/{blacklist}/members",
          "PUT /members/{key}",
          "POST /{kind:members|orders|events}/import",
          "POST /{kind:members|orders|events}",
          "POST /lists/{list}/import",
          "POST /imports/{id}/cancel",
          "PUT /templates/{template}",
          "POST /messages/test",
          "DELETE /sandbox/messages",
          "POST /sandbox/messages/{id}/reply",
          "POST /sandbox/messages/{id}/receipts",
          "PUT /coupon-batches/{batch}",
          "POST /coupons/{code}/claim",
          "POST /coupons/{code}/use",
          "POST /coupons/{code}/revoke",
          "PUT /code-pools/{pool}",
          "POST /code-pools/{pool}/codes",
          "PUT /points-accounts/{account}",
          "PUT /discount-offers/{offer}",
          "POST /discount-offers/{offer}/members",
          "PUT /discount-offers/{offer}/uses/{order}",
          "DELETE /discount-offers/{offer}/uses/{order}",
          "POST /points-accounts/{account}/members/{member}/entries");

  private static final Map<String, Set<Role>> NEEDED = new HashMap<>();

  static {
    need(List.of("GET /users"), Set.of(Role.ADMIN));
    need(ASKING, Set.of(Role.VIEWER));
    need(DECIDING, Set.of(Role.MARKETER, Role.APPROVER));
    need(HOLDING, Set.of(Role.MARKETER, Role.APPROVER));
    need(APPROVING, Set.of(Role.APPROVER));
    need(MARKETING, Set.of(Role.MARKETER));
  }

  private Permissions() {}

  private static void need(List<String> calls, Set<Role> roles) {
    for (String call : calls) {
      NEEDED.put(call.replaceFirst(" ", " " + WORKSPACE), roles);
    }
  }

  /**
   * The roles of which one is enough, within the workspace of the address.
   *
   * @param pattern of the controller, such as {@code /api/workspaces/{workspace}/tags}
   */
  static Set<Role> needed(String method, String pattern) {
    String call = (method.equals("HEAD") ? "GET" : method) + " " + pattern;
    return NEEDED.getOrDefault(call, Set.of(READING.contains(method) ? Role.VIEWER : Role.ADMIN));
  }

  /** Every call that is named here. */
  static Stream<String> named() {
    return NEEDED.keySet().stream();
  }
}
