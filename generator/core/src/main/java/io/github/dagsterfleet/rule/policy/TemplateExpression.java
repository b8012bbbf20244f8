package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;

/** Jinja in a dagster_cloud.yaml: one command expands it, and the commands that deploy send it as it stands. */
final class TemplateExpression implements TextPolicy {
    @Override
    public void check(Scalar text, Deployed location, Findings findings) {
        String content = text.text();
        for (int at = content.indexOf('{'); at >= 0 && at + 1 < content.length(); at = content.indexOf('{', at + 1)) {
            char next = content.charAt(at + 1);
            if (next == '{' || next == '%' || next == '#') {
                findings.add(expression("{" + next, text));
                return;
            }
        }
    }

    private static Finding expression(String begin, Scalar text) {
        return Finding.at(
                        FindingCode.POLICY_TEMPLATE_EXPRESSION,
                        WrittenText.holding(begin, text).origin(),
                        "`" + begin + "` is expanded by `dagster-cloud ci template`, and by no command that deploys")
                .label("Jinja")
                .help("write the value itself");
    }
}
