package io.github.dagsterfleet.release;

import java.util.Optional;

/** What is recorded of a release that stays the same: nothing is generated anew. */
public sealed interface PinEdit {
    /** The same release with what is recorded. */
    Pin of(Pin pin);

    /** Nothing may be promoted for now. */
    record Holding(Hold hold) implements PinEdit {
        @Override
        public Pin of(Pin pin) {
            return pin.withHold(Optional.of(hold));
        }
    }

    /** Promotions go on. */
    record Lifting() implements PinEdit {
        @Override
        public Pin of(Pin pin) {
            return pin.withHold(Optional.empty());
        }
    }

    /**
     * What runs there now.
     *
     * @param image {@code TAG@sha256:DIGEST}
     */
    record Deployed(String image) implements PinEdit {
        @Override
        public Pin of(Pin pin) {
            return pin.withImage(image);
        }
    }
}
