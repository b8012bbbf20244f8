package io.github.dagsterfleet.release;

import java.util.Optional;

/** What is recorded of a release that stays the same: nothing is generated anew. */
public sealed interface PinEdit {
    /** The same release with what is recorded. */
    Pin of(Pin pin);

    /** What is so from then on: {@code on hold until 2026-12-31: incident 4711}. */
    String words();

    /** Nothing may be promoted for now. */
    record Holding(Hold hold) implements PinEdit {
        @Override
        public Pin of(Pin pin) {
            return pin.withHold(Optional.of(hold));
        }

        @Override
        public String words() {
            return "on hold" + hold.until().map(day -> " until " + day).orElse("") + ": " + hold.reason();
        }
    }

    /** Promotions go on. */
    record Lifting() implements PinEdit {
        @Override
        public Pin of(Pin pin) {
            return pin.withHold(Optional.empty());
        }

        @Override
        public String words() {
            return "no longer on hold";
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

        @Override
        public String words() {
            return "runs " + image;
        }
    }
}
