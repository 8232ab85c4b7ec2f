package io.sluice.engine.access;

import java.util.List;

/**
 * Users whose name is their password, told to everybody on the login page of a server to try things
 * out on.
 */
public record LoginHint(List<String> names) {}
