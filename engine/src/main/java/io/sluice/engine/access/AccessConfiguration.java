package io.sluice.engine.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Asks who calls, and lets each do what their roles allow; not there where no login is asked. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = Login.PROPERTY, havingValue = "required", matchIfMissing = true)
@EnableWebSecurity
class AccessConfiguration implements WebMvcConfigurer {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Bean
  SecurityFilterChain accessChain(
      HttpSecurity http,
      Sessions sessions,
      Passwords passwords,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
      throws Exception {
    Refusals refusals = new Refusals(problems);
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    tokens.setCookiePath("/");
    return http.authenticationManager(new ProviderManager(new BasicLogin(passwords)))
        .securityContext(context -> context.securityContextRepository(new SessionContext(sessions)))
        .sessionManagement(any -> any.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            paths ->
                paths
                    .requestMatchers(path("/api/session"), path("/api/setup"))
                    .permitAll()
                    .requestMatchers(path("/api/**"))
                    .authenticated()
                    .requestMatchers(path("/actuator/health/**"))
                    .permitAll()
                    .requestMatchers(path("/actuator/**"))
                    .hasRole("administrator")
                    // Pages without data, and what people and gateways call with a secret of ours.
                    .anyRequest()
                    .permitAll())
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(tokens)
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    .requireCsrfProtectionMatcher(AccessConfiguration::isChangeBySession))
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .headers(headers -> headers.defaultsDisabled().cacheControl(any -> {}))
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .build();
  }

  /** Keys of members and orders hold all kinds of characters, each encoded in the address. */
  @Bean
  WebSecurityCustomizer keysInAddresses() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedDoubleSlash(true);
    firewall.setAllowUrlEncodedPercent(true);
    firewall.setAllowUrlEncodedPeriod(true);
    firewall.setAllowBackSlash(true);
    firewall.setAllowSemicolon(true);
    return web -> web.httpFirewall(firewall);
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new RoleCheck());
  }

  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  /** Only browsers send cookies by themselves, and so for pages of others too. */
  private static boolean isChangeBySession(HttpServletRequest request) {
    return !READING.contains(request.getMethod())
        && SessionCookie.in(request).isPresent()
        && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
  }
}
