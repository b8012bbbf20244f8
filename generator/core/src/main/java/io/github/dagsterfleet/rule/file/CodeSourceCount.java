package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;

/**
 * The command counts the keys of {@code code_source} that say something, and wants exactly one. It counts unknown keys
 * too, which are told as what they are.
 */
final class CodeSourceCount implements Rule {
    @Override
    public void check(ParsedFile file, Findings findings) {
        for (Mapping location : file.locations()) {
            location.mapping("code_source").ifPresent(source -> count(source, findings));
        }
    }

    private static void count(Mapping source, Findings findings) {
        List<Mapping.Entry> said = source.entries().stream()
                .filter(entry -> CodeSourceKeys.ALL.contains(entry.name()) && saysSomething(entry.value()))
                .toList();
        if (said.isEmpty() && CodeSourceKeys.ALL.containsAll(source.keys())) {
            findings.add(Finding.at(FindingCode.DAGSTER_CODE_SOURCE, source.origin(), "`code_source` names no code")
                    .label("nothing to import")
                    .help("write `module_name`, `package_name` or `python_file` below it")
                    .by(Judge.CLI));
        } else if (said.size() > 1) {
            Mapping.Entry second = said.get(1);
            findings.add(Finding.at(
                            FindingCode.DAGSTER_CODE_SOURCE,
                            second.key().origin(),
                            "`code_source` says `" + said.get(0).name() + "` and `" + second.name()
                                    + "`, where one is due")
                    .label("second")
                    .note("the first is here", said.get(0).key().origin())
                    .help("keep one of them")
                    .by(Judge.CLI));
        }
    }

    /** As Python sees it: zero, false, null and what is empty say nothing. */
    static boolean saysSomething(Node value) {
        if (value instanceof Scalar scalar) {
            return switch (scalar.type()) {
                case NULL -> false;
                case STRING -> !scalar.text().isEmpty();
                case BOOLEAN -> scalar.isTrue();
                case INTEGER, FLOAT -> scalar.text().chars().anyMatch(c -> c >= '1' && c <= '9');
                default -> true;
            };
        }
        return value instanceof Mapping mapping
                ? !mapping.isEmpty()
                : !((Sequence) value).items().isEmpty();
    }
}
