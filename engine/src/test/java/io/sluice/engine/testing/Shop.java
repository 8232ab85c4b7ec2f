package io.sluice.engine.testing;

import io.sluice.engine.testing.Api.Answer;
import java.util.concurrent.atomic.AtomicInteger;

/** A workspace under test, made over HTTP. */
public final class Shop {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Api api;
  private final String key;

  private Shop(Api api, String key) {
    this.api = api;
    this.key = key;
    api.put(address(), "{\"timeZone\":\"Asia/Shanghai\"}");
  }

  /** A new empty workspace. */
  public static Shop create(Api api) {
    return new Shop(api, "shop-" + NUMBER.incrementAndGet());
  }

  /** The key of the workspace. */
  public String key() {
    return key;
  }

  /** The client with which it was made. */
  public Api api() {
    return api;
  }

  /** Where the workspace is. */
  public String address() {
    return "/api/workspaces/" + key;
  }

  /** Imports into the workspace. */
  public ImportApi imports() {
    return new ImportApi(api, key);
  }

  /** GET below the workspace. */
  public Answer get(String path) {
    return api.get(address() + "/" + path);
  }

  /** PUT below the workspace; single quotes stand for double ones. */
  public Answer put(String path, String json) {
    return api.put(address() + "/" + path, json.replace('\'', '"'));
  }

  /** POST below the workspace; single quotes stand for double ones. */
  public Answer post(String path, String json) {
    return api.post(address() + "/" + path, json.replace('\'', '"'));
  }

  /** DELETE below the workspace. */
  public Answer delete(String path) {
    return api.delete(address() + "/" + path);
  }
}
