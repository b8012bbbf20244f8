package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.fleet.SecretEntry.Store;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Optional;

/** Where a variable's value comes from. */
sealed interface Supply {
    /** What this contract says beside other variables of the name: two supplies are one when they are equal. */
    Scalar said();

    /** The value stands in the sources. */
    record Plain(Scalar said) implements Supply {}

    /**
     * The value is kept elsewhere.
     *
     * @param said the reference, {@code name#key}; of a channel's raw form what stands there
     * @param secret the name in the catalogue
     * @param arn in AWS, the secret's own, without key
     * @param format {@code json} when the catalogue says so
     */
    record Secret(Scalar said, String secret, String key, Store store, Optional<Scalar> arn, Optional<Scalar> format)
            implements Supply {}
}
