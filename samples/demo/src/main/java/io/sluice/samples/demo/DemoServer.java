package io.sluice.samples.demo;

import io.sluice.engine.SluiceServer;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the server with a workspace of demo people and the sample campaigns. */
public final class DemoServer {
  private DemoServer() {}

  /** Arguments are those of any Spring Boot application. */
  public static void main(String[] args) {
    if (Boolean.getBoolean("sluice.demo.end-with-parent")) {
      ProcessHandle.current().parent().ifPresent(DemoServer::endWith);
    }
    new SpringApplicationBuilder(SluiceServer.class, DemoConfiguration.class).run(args);
  }

  /** Whoever ends the build that started the server means to end the server. */
  private static void endWith(ProcessHandle parent) {
    parent.onExit().thenRun(() -> System.exit(0));
  }
}
