package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.release.DeployOrder;
import io.github.dagsterfleet.release.OrderDocument;
import io.github.dagsterfleet.release.OrderMermaid;
import io.github.dagsterfleet.release.OrderText;
import io.github.dagsterfleet.release.Purpose;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints in which waves the repos of one environment go, and what is typed for each. */
@Mojo(name = "order", threadSafe = true, requiresProject = false, aggregator = true)
public final class OrderMojo extends FleetMojo {
    private static final List<String> FORMATS = List.of("text", "json", "mermaid");

    /**
     * The environment. Default: the first one of the workspace.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.environment")
    @Nullable
    String environment;

    /**
     * These repos, and those that have to go before them. Default: all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.repos")
    List<String> repos = List.of();

    /**
     * What the order is for: {@code deploy}, {@code rollback} or {@code removal}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.for", defaultValue = "deploy")
    String purpose = "deploy";

    /**
     * What is printed: {@code text}, {@code json} or {@code mermaid}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.format", defaultValue = "text")
    String format = "text";

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Purpose asked = Purpose.ofWord(purpose)
                .orElseThrow(() -> new MojoExecutionException(
                        "dagster-fleet.for is `" + purpose + "`; set it to " + Names.choice(Purpose.words())));
        checkFormat(format, FORMATS);
        List<String> names = names(repos);
        DeployOrder order = found(fleet().order(Optional.ofNullable(environment), asked, names));
        print(text(order, !names.isEmpty()));
    }

    private String text(DeployOrder order, boolean named) {
        return switch (format) {
            case "json" -> OrderDocument.print(order);
            case "mermaid" -> OrderMermaid.print(order);
            default -> named ? OrderText.printAll(order) : OrderText.print(order);
        };
    }
}
