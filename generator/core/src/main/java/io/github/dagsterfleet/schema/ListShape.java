package io.github.dagsterfleet.schema;

/**
 * What a list may hold, and how a higher layer's list meets a lower one's.
 *
 * @param minimumItems how many items must be there once everything is merged
 */
public record ListShape(Shape item, ListPolicy policy, int minimumItems) {
    public ListShape(Shape item, ListPolicy policy) {
        this(item, policy, 0);
    }
}
