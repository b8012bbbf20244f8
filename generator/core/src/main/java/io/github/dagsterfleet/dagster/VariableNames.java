package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.dotenv.DotenvFormat;
import java.util.Optional;
import java.util.Set;

/** What an environment variable may be called. */
final class VariableNames {
    /** The limit of Dagster+; agents and shells have none that is lower. */
    private static final int LONGEST = 512;

    private static final String RESERVED = "DAGSTER_";

    /** Settings of Dagster's libraries that code may be given, in spite of the prefix. */
    private static final Set<String> ALLOWED = Set.of(
            "DAGSTER_DBT_PARSE_PROJECT_ON_LOAD",
            "DAGSTER_GRPC_TIMEOUT_SECONDS",
            "DAGSTER_REPOSITORY_GRPC_TIMEOUT_SECONDS",
            "DAGSTER_SCHEDULE_GRPC_TIMEOUT_SECONDS",
            "DAGSTER_SENSOR_GRPC_TIMEOUT_SECONDS");

    private VariableNames() {}

    /** What is wrong with the name. */
    static Optional<Finding> check(Scalar name) {
        String text = name.text();
        if (text.length() > LONGEST || !DotenvFormat.isName(text)) {
            return Optional.of(Finding.at(
                            FindingCode.DAGSTER_VARIABLE_NAME,
                            name.origin(),
                            "`" + text + "` cannot be the name of an environment variable")
                    .label("not a name")
                    .help("use letters, digits and `_`, beginning with no digit, at most " + LONGEST + " characters"));
        }
        if (text.startsWith(RESERVED) && !ALLOWED.contains(text)) {
            return Optional.of(Finding.at(
                            FindingCode.DAGSTER_RESERVED_VARIABLE,
                            name.origin(),
                            "`" + text + "` belongs to Dagster, which sets variables of this prefix itself")
                    .label("reserved")
                    .help("choose a name that does not begin with `" + RESERVED + "`"));
        }
        return Optional.empty();
    }
}
