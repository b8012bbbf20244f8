package io.github.dagsterfleet.change;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads manifests as the hostile input they are: a file in a pull request can say anything. Only the exact form that we
 * write is taken, line by line, so that the markers of an unfinished merge cost nothing: both sides' lines count.
 */
public final class ManifestReader {
    private static final Pattern TOOL = Pattern.compile("  \"tool\": \"([0-9A-Za-z.+-]*)\",");
    private static final Pattern FORMAT = Pattern.compile("  \"format\": ([0-9]{1,9}),");
    private static final Pattern FILE = Pattern.compile("    \"([^\"\\\\]+)\": \"([0-9a-f]{64})\",?");
    private static final Pattern RELEASE = Pattern.compile(
            "    \"([a-z][a-z0-9_-]{0,62})\": [{]\"release\": \"([0-9a-f]{40}|[0-9a-f]{64})\", \"tool\": \"([0-9A-Za-z.+-]{1,64})\"},?");
    private static final Set<String> FRAME =
            Set.of("{", "}", "  }", "  },", "  \"releases\": {", "  \"files\": {", "  \"files\": {}", "");

    private final SourceSet sources;
    private final String toolVersion;

    /** @param toolVersion ours: a manifest of a newer tool is not to be overwritten by an older one */
    public ManifestReader(SourceSet sources, String toolVersion) {
        this.sources = sources;
        this.toolVersion = toolVersion;
    }

    /** The manifest of a {@code generated} folder; one that owns nothing when there is none; empty with findings. */
    public Optional<Manifest> read(SourcePath folder, Findings findings) {
        int before = findings.errorCount();
        Optional<SourceText> text = sources.read(folder.resolve(Manifest.FILE_NAME), findings)
                .flatMap(file -> TextDecoder.decode(file, findings));
        Optional<Manifest> manifest = text.map(found -> new Reading(found, findings).manifest());
        if (findings.errorCount() > before) {
            return Optional.empty();
        }
        return Optional.of(manifest.orElse(Manifest.EMPTY));
    }

    private final class Reading {
        private final SourceText text;
        private final Findings findings;
        private final OwnedPaths.Builder files = new OwnedPaths.Builder();
        private final Set<String> tools = new TreeSet<>();
        private final Map<String, Set<MadeFrom>> releases = new TreeMap<>();
        private boolean merged;

        Reading(SourceText text, Findings findings) {
            this.text = text;
            this.findings = findings;
        }

        Manifest manifest() {
            boolean format = false;
            for (int line = 1; line <= text.lines().lineCount(); line++) {
                String content = text.line(line);
                Matcher number = FORMAT.matcher(content);
                if (number.matches()) {
                    format = true;
                    checkFormat(number.group(1), span(line));
                } else if (!takes(content, line)) {
                    findings.add(notUnderstood(line));
                    return Manifest.EMPTY;
                }
            }
            if (!format) {
                findings.add(notOurs(span(1)));
            }
            newer().ifPresent(tool -> findings.add(ofNewer(tool)));
            return new Manifest(tools.size() == 1 && !merged ? tools.iterator().next() : "", agreed(), files.build());
        }

        /** Of what both sides of a merge tell in different ways, nothing is known. */
        private SortedMap<String, MadeFrom> agreed() {
            SortedMap<String, MadeFrom> agreed = new TreeMap<>();
            releases.forEach((environment, told) -> {
                if (told.size() == 1) {
                    agreed.put(environment, told.iterator().next());
                }
            });
            return agreed;
        }

        private boolean takes(String content, int line) {
            Matcher file = FILE.matcher(content);
            if (file.matches()) {
                String path = file.group(1);
                int lineStart = text.lines().start(line);
                if (!SourcePath.isValid(path) || path.isEmpty()) {
                    findings.add(Finding.at(
                                    FindingCode.CHANGE_MANIFEST_PATH,
                                    text.span(lineStart + file.start(1), lineStart + file.end(1)),
                                    "the manifest claims a path outside of its own folder")
                            .label("not ours")
                            .help("delete this line; somebody or something other than dagster-fleet wrote it"));
                } else {
                    files.add(path, file.group(2));
                }
                return true;
            }
            Matcher release = RELEASE.matcher(content);
            if (release.matches()) {
                releases.computeIfAbsent(release.group(1), environment -> new HashSet<>())
                        .add(new MadeFrom(new CommitId(release.group(2)), release.group(3)));
                return true;
            }
            Matcher tool = TOOL.matcher(content);
            if (tool.matches()) {
                tools.add(tool.group(1));
                return true;
            }
            boolean marker = ConflictMarkers.isMarker(content);
            merged |= marker;
            return marker || FRAME.contains(content);
        }

        private void checkFormat(String number, Span at) {
            if (Integer.parseInt(number) != 1) {
                findings.add(Finding.at(
                                FindingCode.CHANGE_MANIFEST_VERSION,
                                at,
                                "the manifest is of format " + number + ", which this dagster-fleet does not know")
                        .help("use the dagster-fleet that wrote it"));
            }
        }

        /** The tool that wrote this, if it is newer than we are. */
        private Optional<String> newer() {
            return tools.stream()
                    .filter(tool -> ToolVersion.isNewer(tool, toolVersion))
                    .findFirst();
        }

        private Finding ofNewer(String tool) {
            return Finding.in(
                            FindingCode.CHANGE_MANIFEST_VERSION,
                            text.path(),
                            "dagster-fleet " + tool + " wrote these files, and this is " + toolVersion)
                    .help("use dagster-fleet " + tool + " or newer");
        }

        /** A newer tool may well write lines that we do not know. */
        private Finding notUnderstood(int line) {
            return newer().map(this::ofNewer).orElseGet(() -> notOurs(span(line)));
        }

        private Finding notOurs(Span at) {
            return Finding.at(FindingCode.CHANGE_MANIFEST, at, "this is not a manifest that dagster-fleet wrote")
                    .label("not understood")
                    .help("delete " + text.path() + " and generate again: files that are equal to ours are taken in");
        }

        private Span span(int line) {
            return text.span(text.lines().start(line), text.lines().end(line));
        }
    }
}
