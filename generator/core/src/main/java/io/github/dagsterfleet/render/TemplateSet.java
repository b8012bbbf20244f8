package io.github.dagsterfleet.render;

import freemarker.template.Template;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.layer.AtRevision;
import io.github.dagsterfleet.source.Overlay;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.syntax.format.Formats;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Every template of a workspace, parsed once and found harmless. Immutable; may be shared by threads. */
public final class TemplateSet {
    /** Where a workspace keeps templates. */
    public static final SourcePath FOLDER = new SourcePath("templates");

    private static final String EXTENSION = ".ftl";

    private final Map<Scope, List<TemplateFile>> files;

    private TemplateSet(Map<Scope, List<TemplateFile>> files) {
        this.files = files;
    }

    /** The standard templates, and over them those of the workspace. Fails with every problem of every template. */
    public static Outcome<TemplateSet> load(SourceSet workspace) {
        return of(new Overlay(workspace, BuiltInTemplates.sources()), path -> !workspace.isFile(path));
    }

    /** Only the templates of these sources. */
    static Outcome<TemplateSet> of(SourceSet sources) {
        return of(sources, path -> false);
    }

    /** The finding with the way to another template, where a built-in one takes part in it. */
    public static Finding withOverride(Finding finding) {
        return BuiltInTemplates.withOverride(finding);
    }

    private static Outcome<TemplateSet> of(SourceSet sources, Predicate<SourcePath> builtIn) {
        Findings findings = new Findings();
        TemplateParser parser = new TemplateParser();
        Map<Scope, List<TemplateFile>> files = new EnumMap<>(Scope.class);
        for (SourcePath path : sources.walk(FOLDER, findings)) {
            scope(path, findings)
                    .flatMap(scope -> output(scope, path, findings)
                            .flatMap(output -> source(sources, path, builtIn, findings)
                                    .flatMap(source -> parse(source, parser, scope, output, findings))))
                    .ifPresent(file -> files.computeIfAbsent(file.scope(), scope -> new ArrayList<>())
                            .add(file));
        }
        files.values().forEach(list -> refuseSamePaths(list, findings));
        return Outcome.of(new TemplateSet(files), findings);
    }

    private static Optional<Scope> scope(SourcePath path, Findings findings) {
        String below = path.relativeTo(FOLDER);
        int slash = below.indexOf('/');
        String folder = slash < 0 ? "" : below.substring(0, slash);
        Optional<Scope> scope = Scope.ofFolder(folder);
        if (scope.isEmpty()) {
            List<String> folders =
                    Arrays.stream(Scope.values()).map(Scope::folder).toList();
            List<String> nearest = Suggestions.nearest(folder, folders);
            String help = nearest.isEmpty()
                    ? "move it into " + Names.choice(folders)
                    : "rename the folder to " + Names.choice(nearest);
            findings.add(Finding.in(
                            FindingCode.RENDER_TEMPLATE_FOLDER,
                            path,
                            slash < 0
                                    ? "a template lies beside the folders that say how often it is rendered"
                                    : "no template is rendered from a folder `" + folder + "`")
                    .help(help));
        }
        return scope;
    }

    private static Optional<String> output(Scope scope, SourcePath path, Findings findings) {
        String below = path.relativeTo(FOLDER.resolve(scope.folder()));
        boolean named = below.endsWith(EXTENSION) && !below.endsWith("/" + EXTENSION) && !below.equals(EXTENSION);
        if (!named) {
            findings.add(Finding.in(
                            FindingCode.RENDER_OUTPUT_PATH,
                            path,
                            "the name of a template is that of its output and `.ftl`")
                    .help("append `.ftl`, or move the file out of `templates/`"));
            return Optional.empty();
        }
        String output = below.substring(0, below.length() - EXTENSION.length());
        if (output.equals(".git") || output.startsWith(".git/") || !SourcePath.isValid(output)) {
            findings.add(Finding.in(FindingCode.RENDER_OUTPUT_PATH, path, "nothing can be written to `" + output + "`")
                    .help("give the template another path"));
            return Optional.empty();
        }
        return Optional.of(output);
    }

    private static Optional<SourceText> source(
            SourceSet sources, SourcePath path, Predicate<SourcePath> builtIn, Findings findings) {
        return sources.read(path, findings)
                .flatMap(file -> TextDecoder.decode(file, findings))
                .map(TemplateSet::withLineFeeds)
                .map(text -> builtIn.test(path) ? new SourceText(BuiltInTemplates.shown(path), text.content()) : text);
    }

    private static Optional<TemplateFile> parse(
            SourceText source, TemplateParser parser, Scope scope, String output, Findings findings) {
        return parser.parse(source, output, findings).map(parsed -> linted(scope, output, source, parsed, findings));
    }

    private static TemplateFile linted(
            Scope scope, String output, SourceText source, Template parsed, Findings findings) {
        TemplateLint.check(source, parsed, findings);
        return new TemplateFile(scope, output, source, Formats.of(new SourcePath(output)), parsed);
    }

    /** A template checked out with Windows line ends prints line feeds. */
    private static SourceText withLineFeeds(SourceText source) {
        return source.content().indexOf('\r') < 0
                ? source
                : new SourceText(
                        source.path(), source.content().replace("\r\n", "\n").replace('\r', '\n'), source.revision());
    }

    private static void refuseSamePaths(List<TemplateFile> files, Findings findings) {
        Map<String, TemplateFile> known = new TreeMap<>();
        for (TemplateFile file : files) {
            TemplateFile other = known.putIfAbsent(new SourcePath(file.output()).caseFolded(), file);
            if (other != null) {
                findings.add(Finding.in(
                                FindingCode.RENDER_SAME_PATH,
                                file.path(),
                                "two templates make one file on disks that ignore case")
                        .note("the other", new Site.InFile(other.path()))
                        .help("rename one of them"));
            }
        }
    }

    /** The same templates, as another commit has them word for word. */
    public TemplateSet at(AtRevision revision) {
        Map<Scope, List<TemplateFile>> there = new EnumMap<>(Scope.class);
        files.forEach((scope, list) ->
                there.put(scope, list.stream().map(file -> file.at(revision)).toList()));
        return new TemplateSet(there);
    }

    /** The templates of a scope, sorted by path. */
    List<TemplateFile> of(Scope scope) {
        return files.getOrDefault(scope, List.of());
    }

    /** The output paths of everything that belongs to a repo, each below the folder of its scope. */
    public Set<String> outputs() {
        Set<String> outputs = new TreeSet<>();
        for (Scope scope :
                List.of(Scope.REPO, Scope.REPO_AT_ENVIRONMENT, Scope.PROJECT, Scope.PROJECT_AT_ENVIRONMENT)) {
            outputs.addAll(outputs(scope));
        }
        return outputs;
    }

    /** The output paths of a scope's templates, below the folder of the scope. */
    public List<String> outputs(Scope scope) {
        return of(scope).stream().map(TemplateFile::output).toList();
    }
}
