package io.github.dagsterfleet.secret;

import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import java.util.Optional;

/** Looks for what looks like a secret. Holds no state. */
public final class SecretScan {
    private SecretScan() {}

    /**
     * What one value is or holds, if that is a secret; the offsets are those within the value.
     *
     * @param key what it stands under, as context; empty for a value without one
     */
    public static Optional<Sighting> ofValue(String key, String value) {
        List<Sighting> inside = sightings(value);
        if (!inside.isEmpty()) {
            return Optional.of(inside.get(0).under(key));
        }
        Telling telling = TellingWords.of(key, 0, key.length());
        if (telling == Telling.NOTHING || value.length() < 2) {
            return Optional.empty();
        }
        Optional<Sighting> header = Header.at(value, 0);
        if (header.isPresent()) {
            return Optional.of(header.get().under(key));
        }
        boolean isSecret = LooksSecret.under(telling, value, 0, value.length())
                || (telling == Telling.PASSWORD && LooksSecret.mayBeAPassword(value));
        return isSecret
                ? Optional.of(new Sighting(KeyKinds.of(key, telling), key, 0, value.length()))
                : Optional.empty();
    }

    /** Whether values under this key are secrets even when their form does not tell. */
    public static boolean isTelling(String key) {
        return TellingWords.of(key, 0, key.length()) != Telling.NOTHING;
    }

    /** Every secret in a text of any kind, in the order in which they stand; they never overlap. */
    public static List<Sighting> sightings(String text) {
        return new Scanner(text, Reading.DATA).scan();
    }

    /** The same of a file. In a template, where names stand before expressions, keys tell nothing. */
    public static List<Sighting> sightings(SourceText text) {
        boolean code = text.path().value().endsWith(".ftl");
        return new Scanner(text.content(), code ? Reading.CODE : Reading.DATA).scan();
    }
}
