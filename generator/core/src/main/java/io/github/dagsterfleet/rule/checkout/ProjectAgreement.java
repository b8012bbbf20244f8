package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A project and the location that is made of it go by one name and load one module, whoever is asked. */
final class ProjectAgreement implements CheckoutRule {
    private static final String NAME = "code_location_name";

    @Override
    public void check(Checkout checkout, Findings findings) {
        checkout.projects().forEach((project, locations) -> {
            project.dg().ifPresent(dg -> ofDg(project, dg, locations, findings));
            project.tool("dagster").ifPresent(table -> {
                said(table, NAME).ifPresent(name -> name(name, locations, findings));
                said(table, "module_name").ifPresent(module -> module(module, module.text(), locations, findings));
            });
        });
    }

    private static void ofDg(ProjectFile project, Mapping dg, List<CodeLocation> locations, Findings findings) {
        List<Scalar> names = distinct(locations, CodeLocation::name);
        Optional<Scalar> name = said(dg, NAME);
        if (names.size() > 1) {
            findings.add(several(names));
        } else {
            name.ifPresent(said -> name(said, locations, findings));
        }
        String folder = project.folder().fileName();
        name.ifPresent(said -> {
            String due = names.size() == 1 ? names.get(0).text() : said.text();
            if (!folder.isEmpty() && !due.equals(folder)) {
                findings.add(otherFolder(said, folder, due));
            }
        });
        Optional<Scalar> root = said(dg, "root_module");
        said(dg, "code_location_target_module")
                .or(() -> root)
                .ifPresent(said -> module(
                        said,
                        root.filter(said::equals).isPresent() ? said.text() + ".definitions" : said.text(),
                        locations,
                        findings));
    }

    private static void name(Scalar said, List<CodeLocation> locations, Findings findings) {
        List<Scalar> names = distinct(locations, CodeLocation::name);
        if (!names.isEmpty() && names.stream().noneMatch(name -> name.text().equals(said.text()))) {
            Finding finding = Finding.at(
                            FindingCode.CHECKOUT_NAME,
                            said.origin(),
                            "no location of this project is called `" + said.text() + "`")
                    .label("another name");
            for (Scalar name : names) {
                finding = finding.note("it is deployed as `" + name.text() + "`", name.origin());
            }
            findings.add(
                    names.size() == 1
                            ? finding.help(
                                    "write `" + NAME + " = \"" + names.get(0).text() + "\"`")
                            : finding.help("write the name of one of them"));
        }
    }

    /** @param module what is loaded by what is said */
    private static void module(Scalar said, String module, List<CodeLocation> locations, Findings findings) {
        List<Scalar> modules = distinct(locations, CodeLocation::module);
        boolean files =
                locations.stream().anyMatch(location -> location.pythonFile().isPresent());
        if (!files
                && !modules.isEmpty()
                && modules.stream().noneMatch(loaded -> loaded.text().equals(module))) {
            Finding finding = Finding.at(
                            FindingCode.CHECKOUT_MODULE,
                            said.origin(),
                            "no location of this project loads `" + module + "`")
                    .label("loads `" + module + "`");
            for (Scalar loaded : modules) {
                finding = finding.note("what is deployed loads `" + loaded.text() + "`", loaded.origin());
            }
            findings.add(finding.help("name one module in both files"));
        }
    }

    private static Finding several(List<Scalar> names) {
        Finding finding = Finding.at(
                        FindingCode.CHECKOUT_ONE_LOCATION,
                        names.get(1).origin(),
                        "dg makes one location of a project, and this is its second")
                .label("second")
                .note("the first is here", names.get(0).origin())
                .help("give each location a project of its own, or deploy with `dagster-cloud ci` only");
        for (Scalar more : names.subList(2, names.size())) {
            finding = finding.note("one more is here", more.origin());
        }
        return finding;
    }

    /** @param due the name that the location has, or is to have */
    private static Finding otherFolder(Scalar name, String folder, String due) {
        return Finding.at(
                        FindingCode.CHECKOUT_DIRECTORY_NAME,
                        name.origin(),
                        "`dg plus create env` goes by the folder's name, which is `" + folder + "`")
                .label("not the folder's name")
                .help("rename the folder to `" + due + "`, or set variables in the Dagster+ UI");
    }

    /** Each text once, as it stands first. */
    private static List<Scalar> distinct(List<CodeLocation> locations, Function<CodeLocation, Optional<Scalar>> part) {
        return locations.stream()
                .flatMap(location -> part.apply(location).stream())
                .distinct()
                .toList();
    }

    private static Optional<Scalar> said(Mapping table, String key) {
        return table.scalar(key).filter(Scalar::isString);
    }
}
