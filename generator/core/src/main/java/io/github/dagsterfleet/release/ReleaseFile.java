package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a release file says, of a repo or of an environment: one line a fact, so that git merges what two people did to two
 * environments. What a repo builds with in every environment is a place of its own, {@code all}.
 *
 * @param hold why nothing at all may be promoted; of an environment's file alone
 * @param pins by place, an environment or {@code all}, in the order of the file
 * @param retired the environments that a repo was taken out of; none of them has a pin
 */
public record ReleaseFile(SourcePath path, Optional<Hold> hold, Map<String, Pin> pins, Map<String, Tombstone> retired) {
    /** Of a repo's, in its folder. */
    static final String NAME = "release.yaml";

    private static final String OF_ENVIRONMENT = "." + NAME;

    /** What no files have: the commit is always read. */
    private static final String NO_DIGEST = "0".repeat(64);

    public ReleaseFile {
        retired = Collections.unmodifiableMap(new LinkedHashMap<>(retired));
        pins = Collections.unmodifiableMap(new LinkedHashMap<>(pins));
    }

    /** Where the releases of a repo are recorded. */
    public static SourcePath ofRepo(String name) {
        return RepoSource.folder(name).resolve(NAME);
    }

    /** Where it is recorded what an environment renders from that is no repo's, and what holds of all of it. */
    public static SourcePath ofEnvironment(String name) {
        return Workspace.ENVIRONMENTS.resolve(name + OF_ENVIRONMENT);
    }

    /** Those of every environment that has one, whether or not base.yaml lists it. */
    public static List<SourcePath> ofEnvironments(SourceSet sources) {
        return sources.list(Workspace.ENVIRONMENTS, new Findings()).stream()
                .map(SourceSet.Entry::path)
                .filter(path -> path.fileName().endsWith(OF_ENVIRONMENT))
                .toList();
    }

    /** One that says nothing. */
    static ReleaseFile empty(SourcePath path) {
        return new ReleaseFile(path, Optional.empty(), Map.of(), Map.of());
    }

    /** What the environment renders from; empty where nothing was promoted to it yet. */
    public Optional<Pin> pin(String environment) {
        return Optional.ofNullable(pins.get(environment));
    }

    /** What build-time files render from; empty where they follow the tree. */
    public Optional<Pin> build() {
        return pin(Workspace.ALL);
    }

    /** The pins of environments alone. */
    Map<String, Pin> environments() {
        Map<String, Pin> environments = new LinkedHashMap<>(pins);
        environments.remove(Workspace.ALL);
        return environments;
    }

    /** Where the repo was taken out of the environment. */
    public Optional<Tombstone> tombstone(String environment) {
        return Optional.ofNullable(retired.get(environment));
    }

    /** With another pin for one environment; a new environment goes last. */
    public ReleaseFile with(String environment, Pin pin) {
        Map<String, Pin> changed = new LinkedHashMap<>(pins);
        changed.put(environment, pin);
        Map<String, Tombstone> others = new LinkedHashMap<>(retired);
        others.remove(environment);
        return new ReleaseFile(path, hold, changed, others);
    }

    /** With the repo taken out of an environment. */
    public ReleaseFile with(String environment, Tombstone tombstone) {
        Map<String, Pin> others = new LinkedHashMap<>(pins);
        others.remove(environment);
        Map<String, Tombstone> changed = new LinkedHashMap<>(retired);
        changed.put(environment, tombstone);
        return new ReleaseFile(path, hold, others, changed);
    }

    /** With another hold of everything, or none. */
    public ReleaseFile with(Optional<Hold> other) {
        return new ReleaseFile(path, other, pins, retired);
    }

    /** As if this commit were the release of an environment, or none; to look at what that makes. */
    public ReleaseFile asIf(String environment, Optional<CommitId> release) {
        Map<String, Pin> changed = new LinkedHashMap<>(pins);
        changed.remove(environment);
        release.ifPresent(commit -> changed.put(
                environment,
                Pin.first(new Released(commit, new SourceText(path, "").whole()), NO_DIGEST, NO_DIGEST, "none")));
        return new ReleaseFile(path, hold, changed, Map.of());
    }

    /** The file's text. */
    public String text() {
        StringBuilder out = new StringBuilder("# Written by dagster-fleet: promote or hold to change it.\n");
        out.append("format: 1\n");
        hold.ifPresent(held -> hold(out, "", held));
        build().ifPresent(pin -> {
            out.append("repo:\n");
            pin(out, "  ", pin);
        });
        Map<String, Pin> environments = environments();
        out.append(environments.isEmpty() ? "environments: {}\n" : "environments:\n");
        environments.forEach((environment, pin) -> {
            out.append("  ").append(quoted(environment)).append(":\n");
            pin(out, "    ", pin);
        });
        if (!retired.isEmpty()) {
            out.append("retired:\n");
        }
        retired.forEach((environment, tombstone) -> {
            out.append("  ").append(quoted(environment)).append(":\n");
            line(out, "    release", tombstone.release().value());
            tombstone.date().ifPresent(day -> line(out, "    date", day.toString()));
            tombstone.reason().ifPresent(reason -> line(out, "    reason", reason));
        });
        return out.toString();
    }

    private static void pin(StringBuilder out, String indent, Pin pin) {
        line(out, indent + "release", pin.release().value());
        line(out, indent + "inputs", pin.inputs());
        overlays(out, indent, pin.overlays());
        line(out, indent + "tool", pin.tool());
        pin.image().ifPresent(image -> line(out, indent + "image", image));
        pin.hotfix().ifPresent(reason -> line(out, indent + "hotfix", reason));
        pin.hold().ifPresent(held -> hold(out, indent, held));
        if (!pin.retired().isEmpty()) {
            out.append(indent).append("retired:\n");
        }
        pin.retired().forEach(location -> out.append(indent)
                .append("  - ")
                .append(quoted(location))
                .append('\n'));
        if (!pin.previous().isEmpty()) {
            out.append(indent).append("previous:\n");
        }
        for (FormerRelease former : pin.previous()) {
            line(out, indent + "  - release", former.release().value());
            overlays(out, indent + "    ", former.overlays());
            former.image().ifPresent(image -> line(out, indent + "    image", image));
        }
    }

    private static void overlays(StringBuilder out, String indent, String digest) {
        if (!digest.isEmpty()) {
            line(out, indent + "overlays", digest);
        }
    }

    private static void hold(StringBuilder out, String indent, Hold hold) {
        out.append(indent).append("hold:\n");
        line(out, indent + "  reason", hold.reason());
        hold.until().ifPresent(day -> line(out, indent + "  until", day.toString()));
    }

    private static void line(StringBuilder out, String key, String value) {
        out.append(key).append(": ").append(quoted(value)).append('\n');
    }

    private static String quoted(String text) {
        return YamlFormat.INSTANCE.scalar(Scalar.string(text, new SourceText(SourcePath.ROOT, "").whole()));
    }
}
