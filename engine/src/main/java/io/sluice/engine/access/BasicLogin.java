package io.sluice.engine.access;

import io.sluice.engine.web.Problem;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets programs in, which show name and password with each request. */
final class BasicLogin implements AuthenticationProvider {
  private final Passwords passwords;

  BasicLogin(Passwords passwords) {
    this.passwords = passwords;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String address =
        asked.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    try {
      return new LoggedIn(
          passwords.check(asked.getName(), String.valueOf(asked.getCredentials()), address));
    } catch (Problem problem) {
      throw new Wrong(problem);
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  /** A login that was refused, with what to answer. */
  static final class Wrong extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Wrong(Problem problem) {
      super(problem.getMessage(), problem);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }
}
