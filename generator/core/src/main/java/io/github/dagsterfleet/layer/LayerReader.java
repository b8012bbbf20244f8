package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.LayerPatch.Named;
import io.github.dagsterfleet.layer.Operator.Permission;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Subject;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a source's tree as patches: types scalars, expands shorthand, refuses unknown keys, recognises operators. */
public final class LayerReader {
    private static final String LOCATION = "location";
    private static final String LOCATIONS = "locations";
    private static final String PROJECT = "project";
    private static final String PROJECTS = "projects";
    /** Keys at the top that are short for the same key below {@code location} or {@code project}. */
    private static final Map<String, List<String>> SHORT =
            Map.of(LOCATION, List.of("env", "env_from", "resources"), PROJECT, List.of("pyproject"));

    private final Shape repo;

    /** @param repo the shape of {@code repo.yaml}, which every {@code defaults} has */
    public LayerReader(Shape repo) {
        this.repo = repo;
    }

    /** Whether an operator stands where the keys of a layer are due, so that nobody knows which keys were meant. */
    public static boolean isMisused(Mapping source) {
        return Operator.isIn(source);
    }

    /** What could be read; with errors among the findings the layer must not be folded. */
    public LayerPatch read(Mapping source, Findings findings) {
        if (isMisused(source)) {
            findings.add(Misuse.onWhole(OperatorReader.firstWord(source), "a whole layer"));
            return new Source(Operator.ordinary(source), findings).read();
        }
        return new Source(source, findings).read();
    }

    /** One source while it is read. */
    private final class Source {
        private final Mapping source;
        private final Findings findings;
        private final PatchReader patches;

        Source(Mapping source, Findings findings) {
            this.source = source;
            this.findings = findings;
            this.patches = new PatchReader(repo, findings);
        }

        LayerPatch read() {
            Optional<Patch> top = patches.mapping(top(), repo, Subject.TOP, Permission.ALLOWED)
                    .map(patch -> patch);
            Optional<Patch> location = everywhere(LOCATION);
            return new LayerPatch(
                    top.flatMap(Selectors.OF_REPO::in),
                    top.flatMap(Selectors.OF_REPO::out),
                    location.flatMap(Selectors.OF_LOCATION::out),
                    location.flatMap(Selectors.OF_LOCATION::in),
                    byName(
                            LOCATIONS,
                            (name, patch) ->
                                    new Named(name, Selectors.OF_LOCATION.out(patch), Selectors.OF_LOCATION.in(patch))),
                    everywhere(PROJECT),
                    byName(PROJECTS, (name, patch) -> new Named(name, Optional.of(patch), Optional.empty())));
        }

        /** The source without what belongs to locations and projects. */
        private Mapping top() {
            Mapping.Builder top = source.toBuilder();
            List.of(LOCATION, LOCATIONS, PROJECT, PROJECTS).forEach(top::remove);
            SHORT.values().forEach(keys -> keys.forEach(top::remove));
            return top.build(source.origin());
        }

        /** What is said of every location or project, in short or in full. */
        private Optional<Patch> everywhere(String key) {
            Mapping.Builder said = source.mapping(key).map(Mapping::toBuilder).orElseGet(Mapping::builder);
            for (String name : SHORT.getOrDefault(key, List.of())) {
                source.entry(name).ifPresent(entry -> expand(entry, key, said));
            }
            Optional<Mapping.Entry> full = source.entry(key);
            if (full.isPresent() && !(full.get().value() instanceof Mapping)) {
                return read(full.get().key(), full.get().value());
            }
            return full.isEmpty() && said.isEmpty()
                    ? Optional.empty()
                    : read(
                            full.map(Mapping.Entry::key).orElseGet(() -> Scalar.string(key, source.origin())),
                            said.build(full.map(entry -> entry.value().origin()).orElse(source.origin())));
        }

        private void expand(Mapping.Entry entry, String key, Mapping.Builder said) {
            Optional<Mapping.Entry> full = source.mapping(key).flatMap(mapping -> mapping.entry(entry.name()));
            if (full.isEmpty()) {
                said.put(entry.key(), entry.value());
                return;
            }
            Scalar one = entry.key();
            Scalar other = full.get().key();
            boolean inOrder = one.span().start() <= other.span().start();
            findings.add(Misuse.saidTwice(inOrder ? one : other, inOrder ? other : one, key));
        }

        private Optional<Patch> read(Scalar key, Node value) {
            return patches.known(key, repo, Subject.TOP)
                    .flatMap(shape -> patches.read(value, shape, Subject.below(key.text()), Permission.ALLOWED));
        }

        /** What is said of single locations or projects. */
        private Map<String, Named> byName(String key, Naming naming) {
            Map<String, Named> named = new LinkedHashMap<>();
            source.entry(key).ifPresent(entry -> patches.known(entry.key(), repo, Subject.TOP)
                    .ifPresent(shape -> {
                        if (entry.value() instanceof Mapping mapping) {
                            if (Operator.isIn(mapping)) {
                                findings.add(Misuse.onWhole(OperatorReader.firstWord(mapping), "all of `" + key + "`"));
                            }
                            Operator.ordinary(mapping)
                                    .forEach(one -> named(one, shape, Subject.below(key), naming, named));
                        } else {
                            read(entry.key(), entry.value());
                        }
                    }));
            return named;
        }

        private void named(Mapping.Entry entry, Shape shape, Subject subject, Naming naming, Map<String, Named> named) {
            if (entry.value() instanceof Mapping said && said.has(Operator.REMOVE.word())) {
                findings.add(Misuse.removesWhole(OperatorReader.firstWord(said), entry.key(), subject));
                return;
            }
            Scalar name = PatchReader.literal(entry.key());
            patches.known(name, shape, subject)
                    .flatMap(
                            below -> patches.read(entry.value(), below, Subject.below(name.text()), Permission.ALLOWED))
                    .ifPresent(patch -> named.put(name.text(), naming.of(name, patch)));
        }
    }

    private interface Naming {
        Named of(Scalar name, Patch patch);
    }
}
