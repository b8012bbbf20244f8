package io.github.dagsterfleet.env;

import io.github.dagsterfleet.text.VisibleText;
import java.util.List;

/** What a person sees of variables: names, locations and scopes, never a value. */
public final class EnvText {
    private EnvText() {}

    /** One line for each step, under a line that says whose they are. */
    public static String plan(EnvPlan plan) {
        EnvSet contract = plan.contract();
        StringBuilder out = new StringBuilder("variables of " + contract.repo() + " in " + contract.environment()
                + ", kept by Dagster+ for " + contract.organization() + " in the deployment " + contract.deployment()
                + "\n");
        int word = plan.steps().stream()
                .mapToInt(step -> step.word().length())
                .max()
                .orElse(0);
        int width = plan.steps().stream()
                .mapToInt(step -> step.name().length())
                .max()
                .orElse(0);
        for (EnvStep step : plan.steps()) {
            out.append("  ")
                    .append(step.word())
                    .append(" ".repeat(word - step.word().length()))
                    .append("  ")
                    .append(VisibleText.of(step.name()))
                    .append(" ".repeat(width - step.name().length()))
                    .append("  ")
                    .append(VisibleText.of(String.join(", ", step.locations())))
                    .append(scopes(step))
                    .append('\n');
        }
        return out.toString();
    }

    private static String scopes(EnvStep step) {
        return step instanceof EnvStep.Send send
                ? " ("
                        + String.join(
                                ", ",
                                send.scopes().stream()
                                        .map(scope -> scope.word())
                                        .toList()) + ")"
                : "";
    }

    /** Asked on a terminal, without a line feed. */
    public static String question(EnvPlan plan) {
        long changes = plan.steps().stream()
                .filter(step -> !(step instanceof EnvStep.Leave))
                .count();
        return "make " + (changes == 1 ? "this change" : "these " + changes + " changes") + " in the deployment "
                + plan.contract().deployment() + "? [y/N] ";
    }

    /** One line; where something was refused, what is done, perhaps done and not done, each by its name. */
    public static String applied(EnvApply apply) {
        int left = apply.plan().steps().size()
                - apply.done().size()
                - apply.undone().size();
        List<EnvStep> unsure = apply.unsure().stream().toList();
        List<EnvStep> undone =
                apply.undone().subList(unsure.size(), apply.undone().size());
        String line = apply.done().size() + " done, "
                + (unsure.isEmpty() ? "" : unsure.size() + " perhaps done, ")
                + (undone.isEmpty() ? "" : undone.size() + " not done, ")
                + left + " left alone\n";
        return apply.undone().isEmpty()
                ? line
                : line + each("done", apply.done()) + each("perhaps done", unsure) + each("not done", undone);
    }

    private static String each(String word, List<EnvStep> steps) {
        StringBuilder out = new StringBuilder();
        for (EnvStep step : steps) {
            out.append("  ")
                    .append(word)
                    .append("  ")
                    .append(VisibleText.of(step.name() + " for " + String.join(", ", step.locations())))
                    .append('\n');
        }
        return out.toString();
    }
}
