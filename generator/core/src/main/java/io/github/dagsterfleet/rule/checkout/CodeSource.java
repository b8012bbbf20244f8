package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a code server is told to import.
 *
 * @param said where it is said
 * @param arguments the same, as Dagster's command line takes it
 * @param folder where the process starts
 */
public record CodeSource(Scalar said, List<String> arguments, SourcePath folder) {
    private static final Map<String, String> OPTIONS = Map.of(
            "module_name", "-m",
            "package_name", "--package-name",
            "python_file", "-f");

    public CodeSource {
        arguments = List.copyOf(arguments);
    }

    /**
     * Empty where nothing is named, where it lies outside of all that we look at, or where Dagster's command line cannot
     * be told: it has an {@code --autoload-defs-module-name} and refuses it.
     */
    static Optional<CodeSource> of(CodeLocation location) {
        return location.source()
                .filter(source -> OPTIONS.containsKey(source.name()))
                .flatMap(source -> location.builtFolder().map(folder -> of(location, source, folder)));
    }

    private static CodeSource of(CodeLocation location, Mapping.Entry source, SourcePath folder) {
        Scalar said = (Scalar) source.value();
        List<String> arguments = new ArrayList<>();
        arguments.add(OPTIONS.get(source.name()));
        arguments.add(said.text());
        location.workingDirectory().ifPresent(directory -> arguments.addAll(List.of("-d", directory.text())));
        location.attribute().ifPresent(attribute -> arguments.addAll(List.of("-a", attribute.text())));
        return new CodeSource(said, arguments, folder);
    }
}
