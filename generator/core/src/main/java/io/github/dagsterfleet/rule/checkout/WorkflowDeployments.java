package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Optional;

/** A workflow deploys a file that exists, and the one of the deployment where each deployment has its own. */
final class WorkflowDeployments implements CheckoutRule {
    @Override
    public void check(Checkout checkout, Findings findings) {
        for (Workflow workflow : checkout.workflows()) {
            if (!workflow.writesItsOwn()) {
                workflow.calls().forEach(call -> check(checkout, workflow, call, findings));
            }
        }
    }

    private static void check(Checkout checkout, Workflow workflow, DagsterCall call, Findings findings) {
        Optional<SourcePath> folder = call.folder()
                .flatMap(said -> CheckoutFiles.resolve(checkout.folder(), said))
                .filter(checkout.files()::isFolder);
        if (folder.isEmpty() || call.file().isEmpty()) {
            return;
        }
        Scalar said = call.file().get();
        Optional<SourcePath> file = CheckoutFiles.resolve(folder.get(), said.text());
        if (file.isPresent() && !checkout.files().isFile(file.get())) {
            if (!workflow.speaksOf(file.get().fileName())) {
                findings.add(missing(said));
            }
        } else if (file.isPresent() && CloudFile.isOne(file.get().fileName())) {
            Optional<String> other = CloudFile.deployment(file.get().fileName());
            call.deployment()
                    .filter(deployment -> other.filter(name -> !name.equals(deployment.text()))
                            .isPresent())
                    .flatMap(deployment -> own(checkout, file.get(), deployment))
                    .ifPresent(due -> findings.add(another(call.deployment().get(), said, due)));
        }
    }

    /** The file of the deployment, beside that of another. */
    private static Optional<SourcePath> own(Checkout checkout, SourcePath other, Scalar deployment) {
        return CheckoutFiles.resolve(other.parent(), "dagster_cloud." + deployment.text() + ".yaml")
                .filter(checkout.files()::isFile);
    }

    private static Finding missing(Scalar file) {
        return Finding.at(
                        FindingCode.CHECKOUT_WORKFLOW_FILE,
                        file.origin(),
                        "there is no `" + file.text() + "` to deploy")
                .label("names a missing file")
                .help("name a file that is in the repository");
    }

    private static Finding another(Scalar deployment, Scalar file, SourcePath due) {
        return Finding.at(
                        FindingCode.CHECKOUT_WORKFLOW_DEPLOYMENT,
                        file.origin(),
                        "`" + file.text() + "` is deployed to `" + deployment.text() + "`, which has a file of its own")
                .label("another deployment's")
                .note("this is the file of `" + deployment.text() + "`", new Site.InFile(due))
                .help("write `" + due.fileName() + "`");
    }
}
