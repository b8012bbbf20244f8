package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.cli.MadeSecrets.Made;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A workspace, and files of others beside it, with secrets of one kind at every place where a value can stand. */
final class Plantation {
    /**
     * One secret in a file.
     *
     * @param last the last line that counts as its place
     */
    record Planted(Made secret, String place, String file, int line, int last) {
        Stream<String> lines() {
            return IntStream.rangeClosed(line, last).mapToObj(number -> file + ":" + number);
        }
    }

    /** What the files are like that all repos share. */
    enum Shared {
        HARMLESS,
        LEAKY,
        BROKEN
    }

    /** So many repos of each sort: fewer workspaces are faster. */
    private static final int COPIES = 17;

    private final Supplier<Made> secrets;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private final List<Planted> planted = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private String file = "";
    private int names;

    Plantation(Supplier<Made> secrets, Shared shared) {
        this.secrets = secrets;
        environments(shared);
        for (int copy = 0; copy < COPIES; copy++) {
            sound("repos/sound" + copy, shared);
            broken(Integer.toString(copy));
            templates("templates/repo/notes" + copy + ".txt.ftl");
            others("others/team" + copy);
        }
    }

    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        texts.forEach((name, content) -> files.put(name, content.toString()));
        return files;
    }

    List<Planted> planted() {
        return planted;
    }

    /** Every verb in every format; a new verb is a new row. */
    List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        for (String format : List.of("text", "json", "sarif", "github", "gitlab")) {
            lines.add(List.of("validate", "--format", format));
            lines.add(List.of("validate", "others", "--format", format));
            lines.add(List.of("generate", "--format", format));
            lines.add(List.of("check", "--format", format));
        }
        for (String format : List.of("text", "json")) {
            lines.add(List.of("explain", "sound0", "prod", "--format", format));
            lines.add(List.of("explain", "sound0", "prod", "env", "--format", format));
            lines.add(List.of("explain", "sound0", "dev", "vars", "--format", format));
            lines.add(List.of("explain", "clash0", "dev", "--format", format));
            lines.add(List.of("order", "prod", "--format", format));
            lines.add(List.of("order", "prod", "sound0", "--for", "removal", "--format", format));
            lines.add(List.of("schema", "--format", format));
            lines.add(List.of("env", "local", "sound0", "--format", format));
            lines.add(List.of("env", "local", "clash0", "--format", format));
            lines.add(List.of("env", "check", "sound0", "prod", "--format", format));
            lines.add(List.of("env", "check", "others/team0/pyproject.toml", "--format", format));
            lines.add(List.of("env", "apply", "sound0", "prod", "--yes", "--format", format));
            lines.add(List.of("env", "apply", "sound1", "dev", "--print-commands", "--format", format));
            lines.add(List.of("promote", "sound0", "prod", "--format", format));
            lines.add(List.of("rollback", "sound0", "prod", "--format", format));
            lines.add(List.of("hold", "sound0", "prod", "--format", format));
            lines.add(List.of("deployed", "sound0", "prod", "--format", format));
        }
        for (String format : List.of("text", "json", "markdown")) {
            lines.add(List.of("diff", "--format", format));
            lines.add(List.of("diff", "sound0", "--format", format));
            lines.add(List.of("diff", "sound0", "dev", "prod", "--format", format));
            lines.add(List.of("diff", "prod", "--release", secrets.get().text() + "..", "--format", format));
        }
        lines.add(List.of("generate", "sound0", "-X"));
        lines.add(List.of("explain", "sound0", "prod", secrets.get().text()));
        lines.add(List.of("validate", "others", "--fix"));
        return lines;
    }

    private void environments(Shared shared) {
        begin("environments/base.yaml");
        line("format: 1");
        line("organization: acme");
        line("environments: [dev, prod]");
        line("dagster: 1.13.27");
        line("agents:");
        line("  plus: {platform: serverless}");
        line("  eks: {platform: k8s}");
        begin("environments/profiles/gpu.yaml");
        line("defaults: {env: {GPU: 'true'}}");
        for (String environment : List.of("dev", "prod")) {
            begin("environments/" + environment + ".yaml");
            line("deployment: " + environment);
        }
        if (shared != Shared.HARMLESS) {
            leakyEnvironments();
        }
        if (shared == Shared.BROKEN) {
            brokenEnvironments();
        }
    }

    private void leakyEnvironments() {
        begin("environments/base.yaml");
        line("policies:");
        line("  waivers:");
        put(
                "reason of a waiver",
                "    - {policy: policy/host-path, owner: data, until: 2030-01-01, reason: ",
                "}",
                true);
        line("defaults:");
        line("  vars:");
        entry("base vars", "    ");
        entry("base vars, once more", "    ");
        begin("environments/prod.yaml");
        comment("comment of an environment");
        begin("environments/profiles/cpu.yaml");
        line("defaults:");
        line("  env:");
        entry("profile", "    ");
        line("environments:");
        line("  prod:");
        line("    defaults:");
        line("      vars:");
        entry("profile in prod", "        ");
    }

    private void brokenEnvironments() {
        begin("environments/base.yaml");
        line("secrets:");
        put("catalogue", "  wh: {store: dagster-plus, keys: [password], description: ", "}", true);
        begin("environments/dev.yaml");
        line("alert_policies:");
        put("alert policy", "  - {name: a, description: ", "}", true);
        line("deployment_settings:");
        line("  run_queue:");
        entry("deployment settings", "    ");
    }

    /** What references make of values is known only where all that repos share can be read. */
    private void sound(String folder, Shared shared) {
        begin(folder + "/repo.yaml");
        line("agent: eks");
        line("team: a");
        line("profiles: [gpu]");
        comment("comment");
        line("vars:");
        entry("vars", "  ");
        if (shared != Shared.BROKEN) {
            escaped();
            composed();
        }
        line("env:");
        entry("env, short", "  ");
        line("  " + name() + ":");
        put("description of a variable", "    description: ", "", true);
        line("    value: x");
        valueBelow();
        flow();
        block("|-");
        block(">-");
        line("pyproject:");
        line("  project:");
        line("    name: web");
        put("pyproject, description", "    description: ", "", true);
        line("  tool:");
        line("    own:");
        entry("pyproject, table", "      ");
        line("locations:");
        line("  web:");
        line("    code_source: {module_name: web}");
        line("    env:");
        entry("location", "      ");
        line("    container_context:");
        line("      k8s:");
        line("        env_vars:");
        item("env_vars", "          - ");
        line("        server_k8s_config:");
        line("          container_config:");
        line("            env:");
        pair("name and value", "              ");
        line("          pod_template_spec_metadata:");
        line("            annotations:");
        entry("annotation", "              ");
        begin(folder + "/overlays/prod.yaml");
        line("env:");
        entry("overlay", "  ");
        line("vars: {part_a: other, part_b: value}");
    }

    private void broken(String copy) {
        begin("repos/clash" + copy + "/repo.yaml");
        line("agent: plus");
        put("kind clash", "locations: ", "", true);
        put("unknown key", "colour: ", "", true);
        begin("repos/twice" + copy + "/repo.yaml");
        line("agent: plus");
        Made first = secrets.get();
        line("env:");
        String key = first.key();
        place(first, "duplicate key", "  " + key + ": ", "", true);
        place(first, "duplicate key, again", "  " + key + ": ", "", true);
        begin("repos/syntax" + copy + "/repo.yaml");
        line("agent: plus");
        line("env:");
        Made open = secrets.get();
        place(open, "syntax error", "  " + open.key() + ": ", " ]}", true);
        begin("repos/unclosed" + copy + "/repo.yaml");
        line("agent: plus");
        comment("comment above a syntax error");
        Made unclosed = secrets.get();
        place(unclosed, "flow without end", "env: {" + unclosed.key() + ": ", "", true);
        begin("repos/tab" + copy + "/repo.yaml");
        line("agent: plus");
        line("env:");
        Made tab = secrets.get();
        place(tab, "behind a tab", "\t" + tab.key() + ": ", "", true);
        begin("repos/misspelt" + copy + "/repo.yaml");
        line("agnet: plus");
        line("locatoins:");
        Made deep = secrets.get();
        place(deep, "below an unknown key", "  web: {env: {" + deep.key() + ": ", "}}", true);
        begin("repos/named" + copy + "/repo.yaml");
        line("agent: plus");
        Made name = secrets.get();
        if (name.isLine() && name.key().equals("NOTE")) {
            place(name, "name of a key", "", ": x", true);
        }
    }

    private void templates(String name) {
        begin(name);
        Made made = secrets.get();
        // A name before an expression tells nothing there.
        if (made.key().equals("NOTE")) {
            place(made, "template", "note: ", "", false);
        }
        Made comment = secrets.get();
        if (comment.key().equals("NOTE")) {
            place(comment, "comment of a template", "<#-- ", " -->", false);
        }
    }

    private void others(String folder) {
        begin(folder + "/dagster_cloud.yaml");
        line("locations:");
        line("  - location_name: web");
        line("    code_source: {module_name: web}");
        line("    container_context:");
        line("      k8s:");
        line("        env_vars:");
        item("env_vars of others", "          - ");
        comment("comment of others");
        put("unknown key of others", "colour: ", "", true);
        begin(folder + "/pyproject.toml");
        line("[project]");
        line("name = \"web\"");
        line("dependencies = [\"dagster==1.13.27\"]");
        line("[tool.dagster]");
        line("module_name = \"web\"");
        line("[tool.own]");
        Made toml = secrets.get();
        place(toml, "TOML", toml.key() + " = ", "", true);
        Made note = secrets.get();
        place(note, "comment of TOML", "# " + note.key() + " = ", "", false);
        begin(folder + "/broken/pyproject.toml");
        line("[project]");
        line("name = \"web\"");
        line("dependencies = [\"dagster\"]");
        line("[tool.dagster]");
        Made stump = secrets.get();
        place(stump, "broken TOML", stump.key() + " = ", " ]", true);
    }

    private void begin(String name) {
        file = name;
        text = texts.computeIfAbsent(name, unknown -> new StringBuilder());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private String name() {
        return "V" + names++;
    }

    private void put(String place, String before, String after, boolean quoted) {
        Made made = secrets.get();
        // Where the key is given, nothing but a form of its own tells.
        if (made.key().equals("NOTE")) {
            place(made, place, before, after, quoted);
        } else {
            place(made, place, before + (quoted ? "\"" : "") + made.key() + ": ", (quoted ? "\"" : "") + after, false);
        }
    }

    private void entry(String place, String indent) {
        Made made = secrets.get();
        place(made, place, indent + made.key() + names++ + ": ", "", true);
    }

    private void item(String place, String before) {
        Made made = secrets.get();
        String quote = made.isLine() ? "\"" : "";
        place(made, place, before + quote + made.key() + "=", quote, !made.isLine());
    }

    private void comment(String place) {
        Made made = secrets.get();
        place(made, place, "# " + made.key() + ": ", "", false);
    }

    private void pair(String place, String indent) {
        Made made = secrets.get();
        line(indent + "- name: " + made.key() + names++);
        place(made, place, indent + "  value: ", "", true);
    }

    private void valueBelow() {
        Made made = secrets.get();
        line("  " + made.key() + names++ + ":");
        line("    required: true");
        place(made, "value of a variable", "    value: ", "", true);
    }

    private void flow() {
        Made made = secrets.get();
        place(made, "flow", "  " + made.key() + names++ + ": {value: ", ", required: true}", true);
    }

    private void block(String style) {
        Made made = secrets.get();
        if (style.startsWith(">") && !made.isLine()) {
            return;
        }
        int line = lineNumber();
        line("  " + made.key() + names++ + ": " + style);
        made.text().lines().forEach(one -> line("    " + one));
        planted.add(new Planted(made, "block " + style, file, line, lineNumber() - 1));
    }

    /** With one character written as its number. */
    private void escaped() {
        Made made = secrets.get();
        if (made.isLine() && made.text().indexOf('"') < 0 && made.text().indexOf('\\') < 0) {
            String hex = String.format("\\x%02x", (int) made.text().charAt(0));
            planted.add(new Planted(made, "escaped", file, lineNumber(), lineNumber()));
            line("  " + made.key() + names++ + ": \"" + hex + made.text().substring(1) + "\"");
        }
    }

    /** Of two halves that tell nothing, which a third value joins. */
    private void composed() {
        Made made = secrets.get();
        if (made.isLine() && made.text().indexOf('$') < 0) {
            int half = made.text().length() / 2;
            line("  part_one: '" + made.text().substring(0, half) + "'");
            line("  part_two: '" + made.text().substring(half) + "'");
            planted.add(new Planted(made, "composed", file, lineNumber() - 2, lineNumber()));
            line("  " + made.key() + names++ + ": \"${vars.part_one}${vars.part_two}\"");
        }
    }

    private int lineNumber() {
        return 1 + Math.toIntExact(text.chars().filter(c -> c == '\n').count());
    }

    /** @param quoted whether the format wants quotes round it; else several lines are joined by {@code \n} */
    private void place(Made made, String place, String before, String after, boolean quoted) {
        String written = made.text().replace("\n", "\\n");
        String shown = !quoted
                ? written
                : written.indexOf('"') >= 0 && made.isLine() && written.indexOf('\\') < 0
                        ? "'" + written + "'"
                        : "\"" + (made.isLine() ? written.replace("\\", "\\\\") : written).replace("\"", "\\\"") + "\"";
        planted.add(new Planted(made, place, file, lineNumber(), lineNumber()));
        line(before + shown + after);
    }
}
