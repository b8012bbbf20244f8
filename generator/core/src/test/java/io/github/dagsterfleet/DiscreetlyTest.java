package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.dagsterfleet.rule.policy.Secrets;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What is thrown leaves the façade without secrets. */
class DiscreetlyTest {
    private static final String SECRET = "Zq81nWx0kT2b" + "hunter";

    private final Secrets secrets = new Secrets();
    private final Discreetly door = new Discreetly(secrets);

    private Throwable thrown(RuntimeException bug) {
        return catchThrowable(() -> door.answer(
                () -> {
                    secrets.inFile(new SourceText(new SourcePath("repos/x/repo.yaml"), "password: " + SECRET + "\n"));
                    throw bug;
                },
                (answer, redaction) -> answer));
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void theMessageIsWithoutTheSecretAndTheTraceStays() {
        IllegalStateException bug = new IllegalStateException("cannot print " + SECRET + " here");

        Throwable thrown = thrown(bug);

        assertThat(printed(thrown)).contains("cannot print ", " here").doesNotContain(SECRET);
        assertThat(thrown.getStackTrace()).isEqualTo(bug.getStackTrace());
    }

    @Test
    void soAreItsCauses() {
        RuntimeException bug = new IllegalStateException(
                "on the way", new IllegalArgumentException("below", new IllegalStateException("no " + SECRET)));

        assertThat(printed(thrown(bug))).contains("on the way", "below", "no ").doesNotContain(SECRET);
    }

    @Test
    void whatWasSuppressedIsLeftOut() {
        IllegalStateException bug = new IllegalStateException("on the way");
        bug.addSuppressed(new IllegalStateException(SECRET));

        assertThat(printed(thrown(bug))).contains("on the way").doesNotContain(SECRET);
    }

    @Test
    void aBugThatKnowsNoSecretIsThrownAsItIs() {
        IllegalStateException bug = new IllegalStateException("on the way");

        assertThat(thrown(bug)).isSameAs(bug);
    }
}
