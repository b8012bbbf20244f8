package io.github.dagsterfleet.rule.file;

import java.util.List;

/** The keys of {@code code_source}, of which a location has one. */
public final class CodeSourceKeys {
    public static final List<String> ALL =
            List.of("module_name", "package_name", "python_file", "autoload_defs_module_name");

    private CodeSourceKeys() {}
}
