package io.sluice.engine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class SluiceServer {
  public static void main(String[] args) {
    SpringApplication.run(SluiceServer.class, args);
  }
}
