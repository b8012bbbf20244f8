package io.github.dagsterfleet.schema;

/** What a list may hold, and how a higher layer's list meets a lower one's. */
public record ListShape(Shape item, ListPolicy policy) {}
