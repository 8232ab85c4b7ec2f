package io.sluice.engine.member;

import java.util.List;
import java.util.Map;

/**
 * What is said about one member.
 *
 * @param profile values by field; null clears; what is not named stays
 * @param attributes values by attribute, likewise
 */
record MemberChange(
    String key,
    Map<ProfileField, Object> profile,
    Map<Attribute, Object> attributes,
    List<ConsentChange> consents) {}
