package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;

/** Python imports a file by the ending of its name: any other than {@code .py} fails when the location is loaded. */
final class PythonFileName implements Rule {
    @Override
    public void check(ParsedFile file, Findings findings) {
        for (Mapping location : file.locations()) {
            location.mapping("code_source")
                    .flatMap(source -> source.scalar("python_file"))
                    .filter(Scalar::isString)
                    .filter(name -> !name.text().isEmpty() && !name.text().endsWith(".py"))
                    .ifPresent(name -> findings.add(noPython(name)));
        }
    }

    private static Finding noPython(Scalar name) {
        return Finding.at(
                        FindingCode.RULE_PYTHON_FILE,
                        name.origin(),
                        "Python cannot import `" + name.text() + "`, which does not end with `.py`")
                .label("no Python file")
                .help("name a `.py` file, or write `module_name` for a module such as `analytics.definitions`");
    }
}
