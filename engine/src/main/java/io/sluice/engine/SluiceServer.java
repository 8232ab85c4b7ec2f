package io.sluice.engine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the server. */
@EnableScheduling
@SpringBootApplication
public class SluiceServer {
  public static void main(String[] args) {
    SpringApplication.run(SluiceServer.class, args);
  }
}
