package io.sluice.engine.access;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A user whose password or session was found right. */
final class LoggedIn extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient User user;

  LoggedIn(User user) {
    super(authorities(user));
    this.user = user;
    setAuthenticated(true);
  }

  /** As {@link io.sluice.engine.web.Caller} asks for them. */
  private static Collection<GrantedAuthority> authorities(User user) {
    Stream<String> administrator = user.administrator() ? Stream.of("administrator") : Stream.of();
    Stream<String> roles =
        user.roles().entrySet().stream()
            .flatMap(
                there -> there.getValue().stream().map(role -> role.key() + "@" + there.getKey()));
    return Stream.concat(administrator, roles)
        .map(name -> new SimpleGrantedAuthority("ROLE_" + name))
        .collect(Collectors.toUnmodifiableList());
  }

  User user() {
    return user;
  }

  @Override
  public String getName() {
    return user.name();
  }

  @Override
  public Object getPrincipal() {
    return user.name();
  }

  @Override
  public Object getCredentials() {
    return "";
  }
}
