package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.plus.ConfigurationFile.Tool;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.toml.TomlFormat;
import io.github.dagsterfleet.syntax.yaml.ForeignYaml;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code dg plus login} left in a configuration file. */
final class Login {
    private final String file;
    private final Mapping settings;

    private Login(String file, Mapping settings) {
        this.file = file;
        this.settings = settings;
    }

    /**
     * The one login that the files hold. Like dg we do not choose between two, nor take a file for less than it is: both
     * are errors.
     */
    static Optional<Login> of(List<ConfigurationFile> files, Findings findings) {
        List<Login> logins = new ArrayList<>();
        for (ConfigurationFile file : files) {
            read(file, findings).filter(login -> !login.settings.isEmpty()).ifPresent(logins::add);
        }
        if (logins.size() > 1) {
            findings.add(Finding.of(
                            FindingCode.PLUS_CONFIGURATION,
                            "`" + logins.get(0).file + "` and `" + logins.get(1).file
                                    + "` both say who is logged in, and dg takes neither then")
                    .help("delete `" + logins.get(1).file + "`"));
            return Optional.empty();
        }
        return logins.stream().findFirst();
    }

    String file() {
        return file;
    }

    Optional<String> url() {
        return said("url");
    }

    Optional<String> organization() {
        return said("organization");
    }

    Optional<String> token() {
        return said("user_token");
    }

    private Optional<String> said(String key) {
        return settings.text(key).filter(value -> !value.isEmpty());
    }

    private static Optional<Login> read(ConfigurationFile file, Findings findings) {
        boolean toml = file.name().endsWith(".toml");
        Optional<Mapping> root = root(file, toml);
        Optional<Mapping> settings = file.tool() == Tool.DG ? root.flatMap(Login::plus) : root;
        if (settings.isEmpty() || !settings.stream().allMatch(Login::isSound)) {
            findings.add(Finding.of(
                            FindingCode.PLUS_CONFIGURATION,
                            "`" + file.name() + "` is not the " + (toml ? "TOML" : "YAML") + " that dg writes")
                    .help("delete it, and run `dg plus login`"));
            return Optional.empty();
        }
        return settings.map(said -> new Login(file.name(), said));
    }

    /** What is wrong with the text stays unsaid: it would be shown with the line it stands in. */
    private static Optional<Mapping> root(ConfigurationFile file, boolean toml) {
        SourceText text = new SourceText(new SourcePath("login"), file.text().reveal());
        Findings unshown = new Findings();
        Optional<Node> root = toml ? TomlFormat.INSTANCE.read(text, unshown) : ForeignYaml.read(text, unshown);
        if (unshown.list().stream().anyMatch(finding -> finding.code() == FindingCode.SYNTAX_EMPTY_FILE)) {
            return Optional.of(Mapping.empty(text.whole()));
        }
        return unshown.hasErrors()
                ? Optional.empty()
                : root.flatMap(node -> node instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty());
    }

    /** {@code [cli.plus]}, which need not be there. */
    private static Optional<Mapping> plus(Mapping root) {
        Mapping none = Mapping.empty(root.origin());
        if (!root.has("cli")) {
            return Optional.of(none);
        }
        return root.mapping("cli").flatMap(cli -> cli.has("plus") ? cli.mapping("plus") : Optional.of(none));
    }

    private static boolean isSound(Mapping settings) {
        return List.of("url", "organization", "user_token").stream()
                .flatMap(key -> settings.get(key).stream())
                .allMatch(value -> value instanceof Scalar scalar && scalar.isString());
    }
}
