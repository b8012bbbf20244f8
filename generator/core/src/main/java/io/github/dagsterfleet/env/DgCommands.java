package io.github.dagsterfleet.env;

import io.github.dagsterfleet.text.ShellWord;

/**
 * The lines of {@code dg} that do nearly what {@code env apply} does, for who may run only Dagster's own tools. As
 * dagster-dg-cli 1.13.27 reads them.
 */
public final class DgCommands {
    private static final String HEAD =
            """
            # dg sends a value and asks for it back. It takes the name of the folder for the location, whatever
            # code_location_name says, and a .env in that folder before the environment.
            """;

    private DgCommands() {}

    /** One line for each variable and location. */
    public static String of(EnvSet contract) {
        StringBuilder lines = new StringBuilder(HEAD);
        for (Promised variable : contract.variables()) {
            if (variable.isKeptByDagster()) {
                variable.locations().forEach(location -> lines.append(line(contract, variable, location)));
            }
        }
        return lines.toString();
    }

    private static String line(EnvSet contract, Promised variable, String location) {
        String name = variable.name().text();
        StringBuilder line = new StringBuilder("(cd " + ShellWord.of(location)
                + " && dg plus create env --yes --deployment " + ShellWord.of(contract.deployment()));
        variable.scopes().forEach(scope -> line.append(" --scope ").append(scope.word()));
        String value = variable.value().map(said -> said.text()).orElse("");
        if (variable.value().isPresent() && value.isEmpty()) {
            return "# dg sends no empty value, and that of " + name + " is empty\n";
        }
        return line.append(
                        variable.value().isPresent()
                                ? " -- " + name + " " + ShellWord.of(value)
                                : " --from-local-env " + name)
                .append(")\n")
                .toString();
    }
}
