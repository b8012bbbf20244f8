package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import java.util.Optional;
import java.util.OptionalLong;

/** Sizes of an ECS task: CPU units and MiB as texts, storage in GiB as a number. */
final class EcsResources {
    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";
    private static final String STORAGE = "ephemeral_storage";
    private static final long LEAST_STORAGE = 21;
    private static final long MOST_STORAGE = 200;

    private final Findings findings;

    EcsResources(Findings findings) {
        this.findings = findings;
    }

    /** Writes one side's size into {@code server_resources} or {@code run_resources}. */
    void add(DocumentDraft side, Mapping size) {
        size.scalar("gpu")
                .ifPresent(gpu ->
                        findings.add(Finding.at(FindingCode.DAGSTER_NO_RESOURCES, gpu.origin(), "Fargate has no GPU")
                                .label("no effect")
                                .help("remove `gpu`")));
        Optional<Scalar> cpu = number(side, size, CPU, "CPU units, 1024 for one CPU");
        Optional<Scalar> memory = number(side, size, MEMORY, "MiB, such as 2048");
        cpu.ifPresent(units -> side.put(CPU, Derived.asText(units)));
        memory.ifPresent(mib -> side.put(MEMORY, Derived.asText(mib)));
        number(side, size, STORAGE, "GiB, such as 50").ifPresent(gib -> storage(side, gib));
        if (cpu.isPresent() || memory.isPresent()) {
            side.scalar(CPU).ifPresent(units -> side.scalar(MEMORY).ifPresent(mib -> checkPair(units, mib)));
        }
    }

    private void storage(DocumentDraft side, Scalar gib) {
        long size = whole(gib.text()).orElse(0);
        if (size < LEAST_STORAGE || size > MOST_STORAGE) {
            findings.add(unit(gib, "Fargate offers ephemeral storage of 21 to 200 GiB")
                    .help("write a number from " + LEAST_STORAGE + " to " + MOST_STORAGE));
            return;
        }
        side.put(STORAGE, gib.type() == ScalarType.INTEGER ? gib : Derived.scalar(gib.text(), ScalarType.INTEGER, gib));
    }

    private Optional<Scalar> number(DocumentDraft side, Mapping size, String key, String units) {
        Optional<Scalar> said = size.scalar(key);
        Optional<Node> raw = side.get(key);
        if (said.isEmpty()) {
            return said;
        }
        if (raw.isPresent()) {
            findings.add(ShortAndRaw.of(key, said.get(), raw.get()));
            return Optional.empty();
        }
        if (whole(said.get().text()).isEmpty()) {
            findings.add(unit(said.get(), "ECS counts `" + key + "` in whole numbers")
                    .help("write " + units));
            return Optional.empty();
        }
        return said;
    }

    private void checkPair(Scalar cpu, Scalar memory) {
        OptionalLong units = whole(cpu.text());
        OptionalLong mib = whole(memory.text());
        if (units.isPresent() && mib.isPresent()) {
            FargateSizes.check(units.getAsLong(), mib.getAsLong())
                    .ifPresent(sizes -> findings.add(Finding.at(
                                    FindingCode.DAGSTER_FARGATE_PAIR,
                                    memory.origin(),
                                    "Fargate does not offer " + memory.text() + " MiB with " + cpu.text()
                                            + " CPU units")
                            .label("no such size")
                            .note("the CPU is set here", cpu.origin())
                            .help(sizes)));
        }
    }

    private static Finding unit(Scalar at, String message) {
        return Finding.at(FindingCode.DAGSTER_RESOURCE_UNIT, at.origin(), message)
                .label("wrong unit");
    }

    /** More digits than a size can have are no number. */
    private static OptionalLong whole(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalLong.empty();
            }
            value = value * 10 + digit;
        }
        return OptionalLong.of(value);
    }
}
