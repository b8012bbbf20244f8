package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The projects that a workspace of dg lists are there, and are locations of different names. */
public final class DgWorkspace {
    private final CheckoutFiles files;
    private final SourcePath folder;
    private final Findings findings;
    /** The paths of the projects by the names of their locations. */
    private final Map<String, Scalar> names = new LinkedHashMap<>();

    private DgWorkspace(CheckoutFiles files, SourcePath folder, Findings findings) {
        this.files = files;
        this.folder = folder;
        this.findings = findings;
    }

    /** Looks at the workspace whose settings lie in this folder; nothing where there is none. */
    public static void check(SourceSet sources, SourcePath folder, Findings findings) {
        CheckoutFiles files = new CheckoutFiles(sources, folder);
        DgWorkspace workspace = new DgWorkspace(files, folder, findings);
        ProjectFile.ofDg(files, folder, "workspace").stream()
                .flatMap(said -> said.mappings("projects").stream())
                .flatMap(project -> project.scalar("path").stream())
                .filter(Scalar::isString)
                .forEach(workspace::project);
    }

    private void project(Scalar path) {
        Optional<SourcePath> project = CheckoutFiles.resolve(folder, path.text());
        if (project.isEmpty()) {
            return;
        }
        if (!hasSettings(project.get())) {
            findings.add(missing(path));
            return;
        }
        Optional<Mapping> dg = ProjectFile.ofDg(files, project.get(), "project");
        dg.map(said -> said.text("code_location_name").orElse(project.get().fileName()))
                .ifPresent(name -> {
                    Scalar first = names.putIfAbsent(name, path);
                    // One path twice is another mistake.
                    if (first != null && !first.text().equals(path.text())) {
                        findings.add(taken(name, path, first));
                    }
                });
    }

    /** Also where a link of this name leads out of the folder: nobody looks there. */
    private boolean hasSettings(SourcePath project) {
        return files.isFolder(project)
                ? files.isFile(project.resolve("pyproject.toml")) || files.isFile(project.resolve("dg.toml"))
                : files.mayBeFolder(project);
    }

    private static Finding missing(Scalar path) {
        return Finding.at(
                        FindingCode.CHECKOUT_NO_PROJECT,
                        path.origin(),
                        "there is no project of dg in `" + path.text() + "`")
                .label("no such project")
                .help("name a folder with a pyproject.toml, from that of this file")
                .by(Judge.DG);
    }

    private static Finding taken(String name, Scalar path, Scalar first) {
        return Finding.at(
                        FindingCode.CHECKOUT_SAME_LOCATION,
                        path.origin(),
                        "two projects of this workspace are a location `" + name + "`")
                .label("`" + name + "` again")
                .note("this is the first", first.origin())
                .help("give this project another `code_location_name`")
                .by(Judge.DG);
    }
}
