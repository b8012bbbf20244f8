package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.dagster.BuildTime;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.rule.code.Read;
import io.github.dagsterfleet.rule.code.WellKnownVariables;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The variables that a repo declares are those that its code reads. Both ways a warning: code may ask for more than it
 * needs in one environment, and a library may read what no file names.
 */
final class CodeVariables {
    /** Places shown of one name; the rest is counted. */
    private static final int MOST_PLACES = 3;

    private final CheckoutFiles files;
    private final SourcePath place;
    private final List<BuildTime.Copy> copies;
    private final List<GivenVariables> given;
    private final Map<SourcePath, ImportedCode> imported = new HashMap<>();

    /**
     * @param place of the checkout, for who is shown a file of it
     * @param copies of every environment of one repo
     */
    CodeVariables(CheckoutFiles files, SourcePath place, List<BuildTime.Copy> copies) {
        this.files = files;
        this.place = place;
        this.copies = copies;
        this.given = copies.stream()
                .flatMap(copy -> GivenVariables.of(copy).stream())
                .toList();
    }

    void check(Findings findings) {
        Map<String, Scalar> declared = declared();
        Set<SourcePath> folders = new LinkedHashSet<>();
        given.forEach(one -> folders.add(one.folder()));
        CodeScan scan = CodeScan.of(files, folders, declared.keySet());
        undeclared(scan, folders, findings);
        if (isAllFound()) {
            declared.forEach((name, where) -> {
                if (scan.isUnread(name)) {
                    findings.add(unread(where));
                }
            });
        }
    }

    private void undeclared(CodeScan scan, Set<SourcePath> folders, Findings findings) {
        Map<String, Lack> lacks = new TreeMap<>();
        for (SourcePath folder : folders) {
            for (Read read : scan.needed(folder)) {
                List<GivenVariables> without =
                        WellKnownVariables.isGiven(read.name()) ? List.of() : without(read, folder);
                if (!without.isEmpty() && isDeployed(read.span().path(), folder)) {
                    lacks.computeIfAbsent(read.name(), name -> new Lack()).add(read, without);
                }
            }
        }
        lacks.forEach((name, lack) -> findings.add(undeclared(name, lack)));
    }

    /** Where one name is read, and who is not given it. */
    private static final class Lack {
        private final List<Read> places = new ArrayList<>();
        private final Set<String> environments = new LinkedHashSet<>();
        private final Set<Scalar> locations = new LinkedHashSet<>();

        void add(Read place, List<GivenVariables> without) {
            places.add(place);
            for (GivenVariables one : without) {
                environments.add(one.environment());
                locations.addAll(one.locations());
            }
        }
    }

    /** Whether a location comes to run the file. Templates are read by whoever finds them. */
    private boolean isDeployed(SourcePath file, SourcePath folder) {
        return !file.value().endsWith(".py")
                || imported.computeIfAbsent(folder, this::imported).holds(file);
    }

    private ImportedCode imported(SourcePath folder) {
        return ImportedCode.of(
                files,
                given.stream()
                        .filter(one -> one.folder().equals(folder))
                        .flatMap(one -> one.code().stream())
                        .toList());
    }

    private List<GivenVariables> without(Read read, SourcePath folder) {
        return given.stream()
                .filter(one -> one.folder().equals(folder) && !one.isOpen())
                .filter(one -> !read.isGivenBy(one.names()))
                .toList();
    }

    private Finding undeclared(String name, Lack lack) {
        boolean everywhere = lack.environments.size() == copies.size();
        List<Scalar> locations = List.copyOf(lack.locations);
        Finding finding = Finding.at(
                        FindingCode.CHECKOUT_UNDECLARED_VARIABLE,
                        locations.get(0).origin(),
                        "the code reads `" + name + "`, which is not declared"
                                + (everywhere ? "" : " in `" + String.join("` and `", lack.environments) + "`"))
                .label("lacks `" + name + "`");
        for (Scalar location : locations.subList(1, locations.size())) {
            finding = finding.note("the same code is in `" + location.text() + "`", location.origin());
        }
        List<Read> places = lack.places;
        int shown = Math.min(MOST_PLACES, places.size());
        for (int i = 0; i < shown; i++) {
            boolean more = i == MOST_PLACES - 1 && places.size() > shown;
            finding = finding.note(
                    "it is read here in the checkout"
                            + (more ? ", and in " + (places.size() - shown) + " more places" : ""),
                    shown(places.get(i).span()));
        }
        return finding.help(
                "declare `" + name + "` below `env`, with `required: false` where the code does without it");
    }

    private Span shown(Span read) {
        SourceText file =
                new SourceText(place.resolve(read.path().value()), read.text().content());
        return file.span(read.start(), read.end());
    }

    private static Finding unread(Scalar declaration) {
        return Finding.at(
                        FindingCode.CHECKOUT_UNREAD_VARIABLE,
                        declaration.origin(),
                        "nothing in the checkout reads `" + declaration.text() + "`")
                .label("not read")
                .help("remove it, or name it in a comment of the code that needs it");
    }

    /** By name, the first declaration in the repo's own files: what everybody gets is not each repo's affair. */
    private Map<String, Scalar> declared() {
        Map<String, Scalar> declared = new LinkedHashMap<>();
        for (BuildTime.Copy copy : copies) {
            SourcePath home = copy.target().file().parent();
            for (Location location : copy.target().locations()) {
                location.facts().mapping("env").stream()
                        .flatMap(env -> env.entries().stream())
                        .map(Mapping.Entry::key)
                        .filter(name -> name.origin().span().path().isBelow(home)
                                && !WellKnownVariables.isForLibraries(name.text()))
                        .forEach(name -> declared.putIfAbsent(name.text(), name));
            }
        }
        return declared;
    }

    /** Whether the code of every location is in the checkout, and so all that it reads by name. */
    private boolean isAllFound() {
        return given.stream()
                .flatMap(one -> one.code().stream())
                .allMatch(location -> CodeSources.isFound(files, location));
    }
}
