package io.github.dagsterfleet.finding;

import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where a finding applies. */
public sealed interface Site {
    /** A stretch of a file, shown with a caret. */
    record InSpan(Span span) implements Site {
        @Override
        public Optional<SourcePath> path() {
            return Optional.of(span.path());
        }

        @Override
        public Site placed(UnaryOperator<Span> place) {
            return new InSpan(place.apply(span));
        }

        @Override
        public Site redacted(Redaction redaction) {
            return new InSpan(redaction.of(span));
        }
    }

    /** A whole file, or one that should be there. */
    record InFile(SourcePath file) implements Site {
        @Override
        public Optional<SourcePath> path() {
            return Optional.of(file);
        }

        @Override
        public Site placed(UnaryOperator<Span> place) {
            return this;
        }

        @Override
        public Site redacted(Redaction redaction) {
            return new InFile(redaction.of(file));
        }
    }

    /** No file at all, such as a wrong name on the command line. */
    record Nowhere() implements Site {
        @Override
        public Optional<SourcePath> path() {
            return Optional.empty();
        }

        @Override
        public Site placed(UnaryOperator<Span> place) {
            return this;
        }

        @Override
        public Site redacted(Redaction redaction) {
            return this;
        }
    }

    Optional<SourcePath> path();

    /** The same place; of a stretch of a file, what {@code place} makes of it. */
    Site placed(UnaryOperator<Span> place);

    /** The same place in a text without secrets. */
    Site redacted(Redaction redaction);
}
