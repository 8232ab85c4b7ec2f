package io.sluice.engine.delivery.gateway.smtp;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.sluice.node.Label;
import java.time.Duration;

/**
 * The settings of an SMTP gateway.
 *
 * @param host the mail server
 * @param port its port; missing for 587, or 465 where {@code security} is {@code tls}
 * @param security how the connection is kept from readers
 * @param user who logs in; missing where nobody does
 * @param passwordSecret the name of the secret that holds the password
 * @param from the address that mail comes from
 * @param fromName the name that mail comes from, where the message has none
 * @param replyTo the address that answers go to, where it is another one
 * @param perConnection how many messages go over a connection in one call
 * @param connections how many connections are open at once
 * @param perSecond how many messages a second the server takes; 0 for no limit
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long each answer of the server may take
 */
record SmtpSettings(
    @Label(en = "Mail server", zh = "邮件服务器") @JsonProperty(defaultValue = "smtp.example.com")
        String host,
    @Label(en = "Port", zh = "端口") @JsonProperty(defaultValue = "587; 465 (TLS)") Integer port,
    @Label(en = "Encryption", zh = "加密方式") Security security,
    @Label(en = "User", zh = "用户名") String user,
    @Label(en = "Name of the secret that holds the password", zh = "存放密码的密钥名称")
        @JsonProperty(defaultValue = "smtp-main")
        String passwordSecret,
    @Label(en = "Sender address", zh = "发件地址") @JsonProperty(defaultValue = "shop@example.com")
        String from,
    @Label(en = "Sender name", zh = "发件人名称") String fromName,
    @Label(en = "Answers go to", zh = "回复地址") String replyTo,
    @Label(en = "Messages per connection", zh = "每个连接发送的消息数") @JsonProperty(defaultValue = "10")
        Integer perConnection,
    @Label(en = "Connections at once", zh = "同时连接数") @JsonProperty(defaultValue = "4")
        Integer connections,
    @Label(en = "Messages a second (0: no limit)", zh = "每秒消息数（0 为不限）")
        @JsonProperty(defaultValue = "0")
        Double perSecond,
    @Label(en = "Longest wait for a connection (seconds)", zh = "连接超时（秒）", field = "seconds")
        @JsonProperty(defaultValue = "10")
        Duration connectTimeout,
    @Label(en = "Longest wait for an answer (seconds)", zh = "应答超时（秒）", field = "seconds")
        @JsonProperty(defaultValue = "60")
        Duration answerTimeout) {
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;
  private static final int PER_CONNECTION = 10;
  private static final int CONNECTIONS = 4;

  SmtpSettings {
    security = security == null ? Security.STARTTLS : security;
    if (port == null) {
      port = security == Security.TLS ? SUBMISSIONS : SUBMISSION;
    }
    perConnection = perConnection == null ? PER_CONNECTION : perConnection;
    connections = connections == null ? CONNECTIONS : connections;
    perSecond = perSecond == null ? 0.0 : perSecond;
    connectTimeout = connectTimeout == null ? Duration.ofSeconds(10) : connectTimeout;
    answerTimeout = answerTimeout == null ? Duration.ofMinutes(1) : answerTimeout;
  }

  /** How a connection is kept from readers. */
  enum Security {
    /** Not at all. */
    @Label(en = "none", zh = "不加密")
    @JsonProperty("none")
    NONE,
    /** Turned on in the connection, or no mail is sent. */
    @Label(en = "STARTTLS", zh = "STARTTLS")
    @JsonProperty("starttls")
    STARTTLS,
    /** From the first byte on. */
    @Label(en = "TLS from the first byte", zh = "全程 TLS")
    @JsonProperty("tls")
    TLS
  }
}
