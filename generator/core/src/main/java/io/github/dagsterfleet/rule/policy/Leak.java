package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.secret.SecretKind;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import java.util.Set;
import java.util.TreeSet;

/** One secret and the places where it is written. Does not know its value. */
final class Leak {
    /** So many other places are shown; more are counted. */
    private static final int SHOWN = 4;

    private static final String REPLACE =
            "have it replaced where it was issued: what was once in git can be read there for ever";

    private final SecretKind kind;
    private final String key;
    private final TreeSet<Span> places = new TreeSet<>();

    Leak(SecretKind kind, String key) {
        this.kind = kind;
        this.key = key;
    }

    void at(Span place) {
        places.add(place);
    }

    /** What it stands under; empty where nothing tells. */
    String key() {
        return key;
    }

    Set<SourcePath> files() {
        Set<SourcePath> files = new TreeSet<>();
        places.forEach(place -> files.add(place.path()));
        return files;
    }

    /** Whether each of the places is one that the other has. */
    boolean isWithin(Leak other) {
        return places.stream().allMatch(place -> other.places.stream().anyMatch(known -> overlap(place, known)));
    }

    private static boolean overlap(Span one, Span other) {
        return one.path().equals(other.path()) && one.start() < other.end() && other.start() < one.end();
    }

    /** At the first place, with the others as notes. */
    Finding finding() {
        return told().help("take it out; code gets it by `" + variable()
                        + ": {secret: <name>#<key>}` below `env`, with the name listed below `secrets` in"
                        + " environments/base.yaml")
                .help(REPLACE);
    }

    /** What it stands under names the variable, unless it was written where the secret's name belongs. */
    private String variable() {
        return key.isEmpty() || key.equals("secret") ? "NAME" : key;
    }

    /** Of a file that no fleet generates. */
    Finding ofOthers() {
        return told().help("take it out, and let the agent or Dagster+ give it to the code as a secret")
                .help(REPLACE);
    }

    private Finding told() {
        Span first = places.first();
        Finding finding = Finding.at(
                        FindingCode.POLICY_SECRET,
                        first,
                        (key.isEmpty() ? "this text" : "`" + key + "`") + " holds what looks like "
                                + kind.withArticle())
                .label(kind.words());
        Span told = first;
        int shown = 0;
        int left = 0;
        for (Span place : places) {
            if (overlap(place, told)) {
                continue;
            }
            told = place;
            if (shown < SHOWN) {
                finding = finding.note("it stands here too", place);
                shown++;
            } else {
                left++;
            }
        }
        return left == 0
                ? finding
                : finding.note("and in " + left + (left == 1 ? " more place" : " more places"), new Site.Nowhere());
    }
}
