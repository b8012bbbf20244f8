package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.text.Origin;
import java.util.Optional;

/**
 * How many repos of one environment may change at once without a promotion.
 *
 * @param said where base.yaml says so
 */
public record LiveLimit(int repos, Origin said) {
    /** The key below {@code policies}. */
    static final String KEY = "live_overlay_limit";

    /** Empty where base.yaml sets none. */
    static Optional<LiveLimit> of(Fleet fleet) {
        return fleet.document()
                .mapping("policies")
                .flatMap(policies -> policies.scalar(KEY))
                .map(number -> new LiveLimit(Integer.parseInt(number.canonical().text()), number.origin()));
    }
}
