package io.github.dagsterfleet.secret;

import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeSet;

/**
 * Takes secrets out of whatever a person or a program is told: those that are known by their values, wherever they stand,
 * and any other that tells by its form. Made for one run and not safe for use by several threads.
 */
public final class Redaction {
    private static final String MASK = "***";

    private final KnownSecrets known;
    private final IdentityHashMap<SourceText, SourceText> masked = new IdentityHashMap<>();

    private Redaction(KnownSecrets known) {
        this.known = known;
    }

    /** @param secrets what is known to be secret, each as it was written or as it is meant */
    public static Redaction of(Collection<String> secrets) {
        return new Redaction(KnownSecrets.of(secrets));
    }

    /** The text with three asterisks for each secret; the same object where there is none. */
    public String of(String text) {
        List<Stretch> secret = stretches(text, SecretScan.sightings(text));
        if (secret.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (Stretch one : secret) {
            out.append(text, at, one.start()).append(MASK);
            at = one.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    /** Whether there is a secret in the text. */
    public boolean isDue(String text) {
        return !stretches(text, SecretScan.sightings(text)).isEmpty();
    }

    /** The text with an asterisk for each character of a secret, so that every line, column and offset stays. */
    public SourceText of(SourceText text) {
        return masked.computeIfAbsent(text, this::masked);
    }

    /** The same stretch of the text without secrets. */
    public Span of(Span span) {
        return of(span.text()).span(span.start(), span.end());
    }

    /** The name of a file, a secret in which is masked like any other. */
    public SourcePath of(SourcePath path) {
        String name = of(path.value());
        return name.equals(path.value()) ? path : new SourcePath(name);
    }

    private SourceText masked(SourceText text) {
        TreeSet<Stretch> found = new TreeSet<>(stretches(text.content(), SecretScan.sightings(text)));
        found.addAll(PastedSecret.in(text.content()));
        List<Stretch> secret = Stretch.joined(found);
        SourcePath path = of(text.path());
        if (secret.isEmpty() && path.equals(text.path())) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.content());
        secret.forEach(one -> one.mask(out));
        return new SourceText(path, out.toString(), text.revision());
    }

    /** In order, apart from each other. */
    private List<Stretch> stretches(String text, List<Sighting> sightings) {
        TreeSet<Stretch> found = new TreeSet<>();
        sightings.forEach(seen -> found.add(new Stretch(seen.start(), seen.end())));
        known.find(text, found);
        return Stretch.joined(found);
    }
}
