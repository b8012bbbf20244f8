package io.github.dagsterfleet.cli;

import java.nio.file.Path;
import java.util.Map;

/** A workspace of one repo and two environments, as the command finds it on disk. */
final class SmallWorkspace {
    private SmallWorkspace() {}

    static Command in(Path folder) {
        return Command.on(
                folder,
                Map.of(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev, prod]
                        dagster: 1.13.27
                        agents:
                          plus: {platform: serverless}
                        defaults:
                          env: {LOG_LEVEL: INFO}
                        """,
                        "environments/dev.yaml",
                        "deployment: dev\nkind: full\n",
                        "environments/prod.yaml",
                        "deployment: prod\nkind: full\n",
                        "repos/hello/repo.yaml",
                        """
                        team: greeters
                        agent: plus
                        locations:
                          hello: {code_source: {module_name: hello}}
                        """));
    }

    /** The same, generated. */
    static Command generatedIn(Path folder) {
        Command command = in(folder);
        command.run("generate");
        return command;
    }
}
