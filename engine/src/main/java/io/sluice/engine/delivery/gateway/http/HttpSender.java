package io.sluice.engine.delivery.gateway.http;

import io.sluice.engine.delivery.gateway.outbound.OutboundGuard;
import io.sluice.engine.delivery.gateway.outbound.TargetRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts requests and tells whether one may have arrived. It follows no redirect, repeats nothing by
 * itself, and connects to nothing but the addresses that the guard gave out for the host.
 */
final class HttpSender {
  static final String NOT_ALLOWED = "target-not-allowed";
  private static final Duration CLOSE_AFTER = Duration.ofMinutes(10);
  private static final int LONGEST_ANSWER = 4 << 20;
  private static final Http1Config SHORT_HEADS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(16_384).build();
  private static final String WRITTEN = "sluice.written";
  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final CloseableHttpClient client;
  private final long limitMillis;

  HttpSender(HttpSettings settings, OutboundGuard guard) {
    this(settings.connectTimeout(), settings.requestTimeout(), settings.concurrency(), guard);
  }

  HttpSender(
      Duration connectTimeout, Duration requestTimeout, int concurrency, OutboundGuard guard) {
    this.limitMillis = requestTimeout.toMillis();
    Timeout connect = Timeout.of(connectTimeout);
    Timeout request = Timeout.of(requestTimeout);
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new GuardedNames(guard))
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                            .http1Config(SHORT_HEADS)
                            .build())
                    .setMaxConnPerRoute(concurrency)
                    .setMaxConnTotal(concurrency)
                    .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(request).setTcpNoDelay(true).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(connect)
                            .setSocketTimeout(request)
                            .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                            .setTimeToLive(TimeValue.ofMinutes(5))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(request)
                    .setConnectionRequestTimeout(request)
                    .setExpectContinueEnabled(false)
                    .build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("Sluice")
            // Comes behind the element that connects: from here on bytes may be on the wire.
            .addExecInterceptorBefore(
                ChainElement.MAIN_TRANSPORT.name(),
                WRITTEN,
                (sent, scope, chain) -> {
                  scope.clientContext.setAttribute(WRITTEN, Boolean.TRUE);
                  return chain.proceed(sent, scope);
                })
            .build();
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "http-gateway-clock");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  HttpResult post(HttpCall call) {
    HttpPost post = new HttpPost(call.url());
    call.headers().forEach(post::setHeader);
    post.setEntity(new ByteArrayEntity(call.body(), ContentType.APPLICATION_JSON));
    HttpClientContext context = HttpClientContext.create();
    // The client's own time limit is one for each read: an answer that drips in would go on.
    ScheduledFuture<?> limit = CLOCK.schedule(post::cancel, limitMillis, TimeUnit.MILLISECONDS);
    try {
      return client.execute(post, context, HttpSender::answered);
    } catch (IOException e) {
      return failed(e, context.getAttribute(WRITTEN) != null, post.isCancelled());
    } finally {
      limit.cancel(false);
    }
  }

  private static HttpResult answered(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new HttpResult.Answered(response.getCode(), new byte[0]);
    }
    try (InputStream body = entity.getContent()) {
      return new HttpResult.Answered(response.getCode(), body.readNBytes(LONGEST_ANSWER));
    }
  }

  private static HttpResult failed(IOException e, boolean written, boolean cancelled) {
    if (!written) {
      return new HttpResult.NotSent(e instanceof TargetRefused ? NOT_ALLOWED : "no-connection");
    }
    boolean late = cancelled || e instanceof InterruptedIOException;
    return new HttpResult.NoAnswer(late ? "no-answer-in-time" : "connection-cut");
  }

  /** Ends the connections once nobody can be using them any more. */
  void close() {
    CLOCK.schedule(
        () -> client.close(CloseMode.GRACEFUL), CLOSE_AFTER.toMillis(), TimeUnit.MILLISECONDS);
  }
}
