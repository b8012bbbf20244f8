package io.github.dagsterfleet.release;

import java.util.Optional;

/** What is recorded of a release that stays the same: nothing is generated anew. */
public sealed interface PinEdit {
    /** The same release with what is recorded. */
    Pin of(Pin pin);

    /** What is done, as the subject of a commit begins: {@code Hold}. */
    String verb();

    /** What is so from then on: {@code on hold until 2026-12-31: incident 4711}. */
    String words();

    /** Nothing may be promoted for now. */
    record Holding(Hold hold) implements PinEdit {
        @Override
        public Pin of(Pin pin) {
            return pin.withHold(Optional.of(hold));
        }

        @Override
        public String verb() {
            return "Hold";
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
        public String verb() {
            return "End the hold of";
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
        public String verb() {
            return "Record the image of";
        }

        @Override
        public String words() {
            return "runs " + image;
        }
    }
}
