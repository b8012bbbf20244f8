package io.github.dagsterfleet.plus;

import java.util.Optional;

/** What came of one request. */
sealed interface Reply {
    /** Whether the same request may do better in a moment. */
    boolean isTemporary();

    /** An answer of some server, not necessarily of Dagster+. */
    record Answered(int status, String body, Optional<String> retryAfter, Optional<String> location) implements Reply {
        private static final int CONFLICT = 409;
        private static final int TOO_MANY_REQUESTS = 429;

        /** As {@code dagster-cloud} has it, and every failure of a server. */
        @Override
        public boolean isTemporary() {
            return status == CONFLICT || status == TOO_MANY_REQUESTS || status >= 500;
        }
    }

    /** No answer, or not all of it. */
    record Silent(Reason reason) implements Reply {
        @Override
        public boolean isTemporary() {
            return reason != Reason.NOT_TRUSTED;
        }
    }

    /** Why there is no answer, in words that follow the name of the host. */
    enum Reason {
        UNKNOWN_HOST("is a host that nobody knows"),
        NO_CONNECTION("takes no connection"),
        NO_ANSWER("does not answer"),
        CUT_OFF("cuts the connection before it has answered"),
        NO_TLS("speaks no TLS that this Java understands"),
        NOT_TRUSTED("has no certificate that this Java trusts");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
