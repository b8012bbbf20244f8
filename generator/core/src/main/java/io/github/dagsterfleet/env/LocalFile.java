package io.github.dagsterfleet.env;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.dotenv.DotenvDialect;
import io.github.dagsterfleet.syntax.dotenv.DotenvFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code .env} for a laptop: every value, and the names of secrets to be filled in. Where locations differ the first
 * one's promise counts, and the others are told beside it.
 */
public final class LocalFile {
    private static final DotenvFormat DOTENV = DotenvFormat.INSTANCE;

    private final EnvSet contract;
    private final Findings findings = new Findings();
    private final Map<DotenvDialect, List<String>> misread = new EnumMap<>(DotenvDialect.class);
    private final StringBuilder lines = new StringBuilder();

    private LocalFile(EnvSet contract) {
        this.contract = contract;
    }

    /** Fails with every value that no such file can hold. */
    public static Outcome<String> of(EnvSet contract) {
        return new LocalFile(contract).text();
    }

    private Outcome<String> text() {
        Map<String, Promised> first = new HashMap<>();
        for (Promised variable : contract.variables()) {
            Promised known = first.putIfAbsent(variable.name().text(), variable);
            if (variable.value().isPresent() && !canHold(variable.value().get())) {
                continue;
            }
            if (known == null) {
                add(variable);
            } else {
                comment(String.join(", ", variable.locations())
                        + (variable.locations().size() == 1 ? " has " : " have ")
                        + said(variable));
            }
        }
        return Outcome.of(head() + lines, findings);
    }

    private boolean canHold(Scalar value) {
        boolean can = DOTENV.canHold(value);
        if (!can) {
            findings.add(
                    Finding.at(FindingCode.RENDER_DOTENV_VALUE, value.origin(), "a dotenv file cannot hold this value")
                            .label("no spelling for it")
                            .help("change the value: no carriage return and no NUL survives such a file"));
        }
        return can;
    }

    private void add(Promised variable) {
        variable.description().ifPresent(this::comment);
        variable.place()
                .ifPresent(place -> comment("secret " + place.reference() + ", kept in "
                        + (variable.isKeptByDagster() ? "Dagster+" : place.via())));
        if (variable.value().isPresent()) {
            lines.append(said(variable)).append('\n');
            readers(variable.name().text(), variable.value().get());
        } else {
            lines.append('#').append(variable.name().text()).append("=\n");
        }
    }

    private static String said(Promised variable) {
        return variable.name().text() + "="
                + variable.value().map(DOTENV::scalar).orElse("");
    }

    private void readers(String name, Scalar value) {
        for (DotenvDialect dialect : DotenvDialect.values()) {
            if (!DOTENV.readers(value).contains(dialect)) {
                misread.computeIfAbsent(dialect, none -> new ArrayList<>()).add(name);
            }
        }
    }

    private void comment(String text) {
        lines.append(DOTENV.comment(text, 0).orElseThrow()).append('\n');
    }

    private String head() {
        StringBuilder head = new StringBuilder("# " + contract.repo() + " in " + contract.environment()
                + ", for laptops. git must ignore this file.\n");
        misread.forEach((dialect, names) -> head.append("# ")
                .append(dialect.word())
                .append(" misreads ")
                .append(String.join(", ", names))
                .append(dialect == DotenvDialect.SHELL ? ", and may run what it holds: do not source this file" : "")
                .append(".\n"));
        return head.toString();
    }
}
