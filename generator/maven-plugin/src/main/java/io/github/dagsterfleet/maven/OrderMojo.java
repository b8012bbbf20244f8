package io.github.dagsterfleet.maven;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.ExitCode;
import io.github.dagsterfleet.Progress;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.release.DeployOrder;
import io.github.dagsterfleet.release.OrderDocument;
import io.github.dagsterfleet.release.OrderMermaid;
import io.github.dagsterfleet.release.OrderText;
import io.github.dagsterfleet.release.Purpose;
import java.io.File;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Prints in which waves the repos of one environment go, and what is typed for each. */
@Mojo(name = "order", threadSafe = true, requiresProject = false, aggregator = true)
public final class OrderMojo extends AbstractMojo {
    private static final List<String> FORMATS = List.of("text", "json", "mermaid");

    /**
     * The workspace. Default: the nearest folder with an {@code environments/base.yaml}, from this module upwards.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dagster-fleet.workspace")
    @Nullable
    File workspace;

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

    @Parameter(defaultValue = "${basedir}", readonly = true)
    @Nullable
    File basedir;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        Purpose asked = Purpose.ofWord(purpose)
                .orElseThrow(() -> new MojoExecutionException(
                        "dagster-fleet.for is `" + purpose + "`; set it to " + Names.choice(Purpose.words())));
        if (!FORMATS.contains(format)) {
            throw new MojoExecutionException(
                    "dagster-fleet.format is `" + format + "`; set it to " + Names.choice(FORMATS));
        }
        List<String> names = repos.stream().map(String::strip).toList();
        DagsterFleet fleet = new DagsterFleet(
                WorkspaceFolder.of(workspace, basedir == null ? new File("") : basedir),
                Runtime.getRuntime().availableProcessors(),
                LocalDate.now(ZoneOffset.UTC),
                Progress.SILENT);
        Outcome<DeployOrder> answer = fleet.order(Optional.ofNullable(environment), asked, names);
        if (answer.value().isEmpty()) {
            refuse(answer);
        }
        answer.value().ifPresent(order -> System.out.print(text(order, !names.isEmpty())));
        System.out.flush();
    }

    private String text(DeployOrder order, boolean named) {
        return switch (format) {
            case "json" -> OrderDocument.print(order);
            case "mermaid" -> OrderMermaid.print(order);
            default -> named ? OrderText.printAll(order) : OrderText.print(order);
        };
    }

    private void refuse(Outcome<DeployOrder> answer) throws MojoExecutionException, MojoFailureException {
        new TextReport(false).print(answer.findings()).lines().forEach(getLog()::error);
        if (ExitCode.of(answer.findings()) == ExitCode.FINDINGS) {
            throw new MojoFailureException("there is no order");
        }
        throw new MojoExecutionException("nothing was printed");
    }
}
