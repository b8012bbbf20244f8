package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a repo's release.yaml says: one line a fact, so that git merges what two people did to two environments.
 *
 * @param pins by environment, in the order of the file
 */
public record ReleaseFile(String repo, Map<String, Pin> pins) {
    /** What no files have: the commit is always read. */
    private static final String NO_DIGEST = "0".repeat(64);

    public ReleaseFile {
        pins = Collections.unmodifiableMap(new LinkedHashMap<>(pins));
    }

    /** Where a repo's releases are recorded. */
    public static SourcePath path(String repo) {
        return RepoSource.folder(repo).resolve("release.yaml");
    }

    /** What the environment renders from; empty where nothing was promoted to it yet. */
    public Optional<Pin> pin(String environment) {
        return Optional.ofNullable(pins.get(environment));
    }

    /** With another pin for one environment; a new environment goes last. */
    public ReleaseFile with(String environment, Pin pin) {
        Map<String, Pin> changed = new LinkedHashMap<>(pins);
        changed.put(environment, pin);
        return new ReleaseFile(repo, changed);
    }

    /** As if this commit were the release of an environment, or none; to look at what that makes. */
    public ReleaseFile asIf(String environment, Optional<CommitId> release) {
        Map<String, Pin> changed = new LinkedHashMap<>(pins);
        changed.remove(environment);
        release.ifPresent(commit -> changed.put(
                environment,
                Pin.first(new Released(commit, new SourceText(path(repo), "").whole()), NO_DIGEST, NO_DIGEST, "none")));
        return new ReleaseFile(repo, changed);
    }

    /** The file's text. */
    public String text() {
        StringBuilder out = new StringBuilder("# Written by dagster-fleet: promote or hold to change it.\n");
        out.append("format: 1\nenvironments:");
        out.append(pins.isEmpty() ? " {}\n" : "\n");
        pins.forEach((environment, pin) -> {
            out.append("  ").append(quoted(environment)).append(":\n");
            line(out, "    release", pin.release().value());
            line(out, "    inputs", pin.inputs());
            line(out, "    overlays", pin.overlays());
            line(out, "    tool", pin.tool());
            pin.image().ifPresent(image -> line(out, "    image", image));
            pin.hotfix().ifPresent(reason -> line(out, "    hotfix", reason));
            pin.hold().ifPresent(hold -> {
                out.append("    hold:\n");
                line(out, "      reason", hold.reason());
                hold.until().ifPresent(day -> line(out, "      until", day.toString()));
            });
            if (!pin.previous().isEmpty()) {
                out.append("    previous:\n");
            }
            for (FormerRelease former : pin.previous()) {
                line(out, "      - release", former.release().value());
                line(out, "        overlays", former.overlays());
                former.image().ifPresent(image -> line(out, "        image", image));
            }
        });
        return out.toString();
    }

    private static void line(StringBuilder out, String key, String value) {
        out.append(key).append(": ").append(quoted(value)).append('\n');
    }

    private static String quoted(String text) {
        return YamlFormat.INSTANCE.scalar(Scalar.string(text, new SourceText(SourcePath.ROOT, "").whole()));
    }
}
