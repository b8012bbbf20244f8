package io.github.dagsterfleet.release;

import io.github.dagsterfleet.change.ConflictMarkers;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.SourceDocuments;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Reads what repos and environments render from, each file once. Safe for use by several threads. */
public final class ReleaseFiles {
    private final SourceSet sources;
    private final SourceDocuments documents;
    private final Shapes shapes;
    private final Map<SourcePath, Known> known = new ConcurrentHashMap<>();

    public ReleaseFiles(SourceSet sources, Shapes shapes) {
        this.sources = sources;
        this.documents = new SourceDocuments(sources);
        this.shapes = shapes;
    }

    /** What a file says, or all that is wrong with it. */
    private record Known(Optional<ReleaseFile> file, List<Finding> findings) {}

    /** One without pins where there is no file; empty, with findings, where it cannot be read. */
    public Optional<ReleaseFile> read(SourcePath path, Findings findings) {
        Known read = known.computeIfAbsent(path, this::read);
        findings.addAll(read.findings);
        return read.file;
    }

    private Known read(SourcePath path) {
        Findings findings = new Findings();
        Optional<ReleaseFile> file = readOnce(path, findings);
        return new Known(file, findings.list());
    }

    private Optional<ReleaseFile> readOnce(SourcePath path, Findings findings) {
        if (!sources.isFile(path)) {
            return Optional.of(ReleaseFile.empty(path));
        }
        if (sources.read(path, new Findings())
                .filter(file -> ConflictMarkers.anyIn(file.bytes()))
                .isPresent()) {
            findings.add(Finding.in(
                            FindingCode.RELEASE_FILE,
                            path,
                            "git could not merge this file, and left conflict markers in it")
                    .help("take the side of the branch you are on with `git checkout --ours " + path
                            + "`, or the other one with `--theirs` (in a rebase it is the other way round), and run"
                            + " `dagster-fleet generate`"));
            return Optional.empty();
        }
        Findings wrong = new Findings();
        Optional<Mapping> typed = documents
                .read(path, wrong)
                .flatMap(document -> new ShapeReader(shapes.release(), Reading.SOURCE, wrong).read(document))
                .map(Mapping.class::cast);
        Map<String, Pin> pins = new LinkedHashMap<>();
        Map<String, Tombstone> retired = new LinkedHashMap<>();
        Optional<Hold> everything = wrong.hasErrors()
                ? Optional.empty()
                : typed.flatMap(document -> document.mapping("hold")).flatMap(held -> hold(held, wrong));
        if (!wrong.hasErrors()) {
            typed.flatMap(document -> document.mapping("repo"))
                    .flatMap(said -> pin(said, wrong))
                    .ifPresent(pin -> pins.put(Workspace.ALL, pin));
            typed.flatMap(document -> document.mapping("environments"))
                    .ifPresent(environments -> environments.forEach(entry ->
                            pin((Mapping) entry.value(), wrong).ifPresent(pin -> pins.put(entry.name(), pin))));
            typed.flatMap(document -> document.mapping("retired"))
                    .ifPresent(environments -> environments.forEach(entry -> tombstone((Mapping) entry.value(), wrong)
                            .ifPresent(tombstone -> retired.put(entry.name(), tombstone))));
        }
        wrong.list()
                .forEach(finding ->
                        findings.add(finding.help("take the file from git as it was (`git checkout <commit> -- " + path
                                + "`), and promote again")));
        return wrong.hasErrors() ? Optional.empty() : Optional.of(new ReleaseFile(path, everything, pins, retired));
    }

    /** Of a repo. */
    public Optional<ReleaseFile> read(String repo, Findings findings) {
        return read(ReleaseFile.ofRepo(repo), findings);
    }

    private static Optional<Pin> pin(Mapping said, Findings findings) {
        Scalar release = said.scalar("release").orElseThrow();
        int before = findings.errorCount();
        Optional<Hold> hold = said.mapping("hold").flatMap(held -> hold(held, findings));
        if (findings.errorCount() > before) {
            return Optional.empty();
        }
        return Optional.of(new Pin(
                new CommitId(release.text()),
                release.origin(),
                said.text("inputs").orElseThrow(),
                said.text("overlays").orElse(Pin.NO_OVERLAY),
                said.text("tool").orElseThrow(),
                said.text("image"),
                said.text("hotfix"),
                hold,
                said.scalars("retired").stream().map(Scalar::text).toList(),
                previous(said)));
    }

    private static Optional<Tombstone> tombstone(Mapping said, Findings findings) {
        CommitId release = new CommitId(said.text("release").orElseThrow());
        return dated(said, "date", day -> new Tombstone(release, day, said.text("reason")), findings);
    }

    private static Optional<Hold> hold(Mapping said, Findings findings) {
        return dated(said, "until", day -> new Hold(said.text("reason").orElseThrow(), day), findings);
    }

    /** What has a day, or none; empty, with a finding, where no calendar has that day. */
    private static <T> Optional<T> dated(
            Mapping said, String key, Function<Optional<LocalDate>, T> made, Findings findings) {
        Optional<Scalar> day = said.scalar(key);
        try {
            return Optional.of(made.apply(day.map(Scalar::text).map(LocalDate::parse)));
        } catch (DateTimeParseException noDay) {
            findings.add(Finding.at(
                            FindingCode.RELEASE_FILE,
                            day.orElseThrow().origin(),
                            "there is no day `" + day.orElseThrow().text() + "`")
                    .label("no day"));
            return Optional.empty();
        }
    }

    private static List<FormerRelease> previous(Mapping said) {
        List<FormerRelease> former = new ArrayList<>();
        said.sequence("previous").ifPresent(list -> {
            for (Node item : list.items()) {
                Mapping one = (Mapping) item;
                former.add(new FormerRelease(
                        new CommitId(one.text("release").orElseThrow()),
                        one.text("overlays").orElse(Pin.NO_OVERLAY),
                        one.text("image")));
            }
        });
        return former;
    }
}
