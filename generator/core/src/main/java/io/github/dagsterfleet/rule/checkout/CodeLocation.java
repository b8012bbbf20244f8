package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.rule.file.CodeSourceKeys;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;

/**
 * One location of a dagster_cloud.yaml.
 *
 * @param said its keys
 * @param folder the folder of the file
 */
record CodeLocation(Mapping said, SourcePath folder) {
    private static final List<String> AGENTS = List.of("k8s", "ecs", "docker", "aca");

    Optional<Scalar> name() {
        return text(said, "location_name");
    }

    /** What is imported: the one key of {@code code_source} that says something. */
    Optional<Mapping.Entry> source() {
        Optional<Mapping> source = said.mapping("code_source");
        return CodeSourceKeys.ALL.stream()
                .flatMap(kind -> source.flatMap(keys -> keys.entry(kind)).stream())
                .filter(entry -> entry.value() instanceof Scalar scalar
                        && scalar.isString()
                        && !scalar.text().isEmpty())
                .findFirst();
    }

    /** The module or package of the code source; empty for a file. */
    Optional<Scalar> module() {
        return source().filter(entry -> !entry.name().equals("python_file")).map(entry -> (Scalar) entry.value());
    }

    /** Whether all modules below the named one are searched for definitions. */
    boolean isSearched() {
        return source().filter(entry -> entry.name().equals("autoload_defs_module_name"))
                .isPresent();
    }

    /** The file of the code source; empty for a module. */
    Optional<Scalar> pythonFile() {
        return source().filter(entry -> entry.name().equals("python_file")).map(entry -> (Scalar) entry.value());
    }

    Optional<Scalar> workingDirectory() {
        return text(said, "working_directory");
    }

    Optional<Scalar> attribute() {
        return text(said, "attribute");
    }

    Optional<Scalar> buildDirectory() {
        return said.mapping("build").flatMap(build -> text(build, "directory"));
    }

    Optional<Scalar> registry() {
        return said.mapping("build").flatMap(build -> text(build, "registry"));
    }

    /** What is built; empty where it lies outside of all that we look at. */
    Optional<SourcePath> builtFolder() {
        return buildDirectory().isEmpty()
                ? Optional.of(folder)
                : CheckoutFiles.resolve(folder, buildDirectory().get().text());
    }

    boolean hasImage() {
        return registry().isPresent() || text(said, "image").isPresent();
    }

    /** Whether something in it is for an agent of one's own. */
    boolean isHybrid() {
        return text(said, "agent_queue").isPresent()
                || said.mapping("container_context")
                        .filter(context -> AGENTS.stream().anyMatch(context::has))
                        .isPresent();
    }

    /** Whether nothing in it is for an agent of one's own: hybrid locations have a registry or an image. */
    boolean isServerless() {
        return !hasImage() && text(said, "agent_queue").isEmpty() && !said.has("container_context");
    }

    private static Optional<Scalar> text(Mapping mapping, String key) {
        return mapping.scalar(key)
                .filter(scalar -> scalar.isString() && !scalar.text().isEmpty());
    }
}
