package io.sluice.engine.access;

import io.sluice.engine.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/setup")
class SetupController {
  private final Setup setup;

  SetupController(Setup setup) {
    this.setup = setup;
  }

  @Operation(
      summary = "Makes the first user, an administrator",
      description = "The token stands in the log of the server, as long as there is no user.")
  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void post(@RequestBody FirstUser body) {
    if (body.token() == null) {
      throw Problem.badField("no-text", "/token", "Fill in the token from the server's log.");
    }
    String name = UserNames.checked("/name", body.name());
    setup.administrator(body.token(), name, Passwords.fit("/password", body.password(), name));
  }

  record FirstUser(String token, String name, String password) {}
}
