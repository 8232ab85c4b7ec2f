package io.sluice.node;

/**
 * Codes of a pool for members, one each.
 *
 * @param target which pool
 * @param members who gets one
 */
public record CodeWrite(CodePoolRef target, Audience members) implements Write {}
