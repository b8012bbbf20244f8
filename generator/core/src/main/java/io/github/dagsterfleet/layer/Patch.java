package io.github.dagsterfleet.layer;

/** What one part of one layer says at a path: nothing, a scalar, keys, a list, or an operator. Made by {@link LayerReader}. */
public interface Patch {}
