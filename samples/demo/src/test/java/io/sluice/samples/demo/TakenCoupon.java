package io.sluice.samples.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** The coupon that a reader takes from the inbox in place of the one in a document. */
record TakenCoupon(String member, String code) {
  /** Those of the document itself. */
  static final TakenCoupon EXAMPLE = new TakenCoupon("M10001234", "K7M2Q9XDTR4P");

  private static final String PAGE = "/c/";

  /** The one of the first message, or the same as before where that gives none. */
  TakenCoupon orOf(JsonNode inbox) {
    JsonNode message = inbox.path("messages").path(0);
    for (JsonNode link : message.path("links")) {
      if (link.asText().contains(PAGE)) {
        String address = link.asText();
        return new TakenCoupon(
            message.path("member").asText(),
            address.substring(address.length() - EXAMPLE.code().length()));
      }
    }
    return this;
  }

  /** The words with it in place of the example. */
  String in(String words) {
    return words.replace(EXAMPLE.member(), member).replace(EXAMPLE.code(), code);
  }
}
