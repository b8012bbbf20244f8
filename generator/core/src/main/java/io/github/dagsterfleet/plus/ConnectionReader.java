package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a connection together of what the environment says, and where it is silent, dg's configuration file. */
final class ConnectionReader {
    private static final String URL = "DAGSTER_CLOUD_URL";
    private static final String ORGANIZATION = "DAGSTER_CLOUD_ORGANIZATION";
    private static final String TOKEN = "DAGSTER_CLOUD_API_TOKEN";

    private final Map<String, String> environment;
    private final String organization;
    private final String deployment;
    private final Findings findings;

    ConnectionReader(Map<String, String> environment, String organization, String deployment, Findings findings) {
        this.environment = environment;
        this.organization = organization;
        this.deployment = deployment;
        this.findings = findings;
    }

    Optional<Connection> read(List<ConfigurationFile> files) {
        int before = findings.errorCount();
        boolean complete = said(TOKEN).isPresent() && said(URL).isPresent();
        Optional<Login> login = complete ? Optional.empty() : login(files);
        Optional<SecretValue> token =
                said(TOKEN).flatMap(value -> token("`" + TOKEN + "`", value)).or(() -> login.flatMap(this::token));
        if (token.isEmpty() && findings.errorCount() == before) {
            findings.add(noToken(files));
        }
        said(ORGANIZATION)
                .filter(other -> !other.equalsIgnoreCase(organization))
                .ifPresent(other -> findings.add(mismatch("`" + ORGANIZATION + "` is `" + other + "`")
                        .help("set it to `" + organization + "`, with a token of that organisation")));
        Optional<URI> endpoint = endpoint(login);
        ProxySelector proxy = EnvironmentProxy.of(environment, findings);
        return findings.errorCount() > before
                ? Optional.empty()
                : Optional.of(
                        new Connection(endpoint.orElseThrow(), organization, deployment, token.orElseThrow(), proxy));
    }

    /** That of another organization is nobody's business here, unless its token is the only one. */
    private Optional<Login> login(List<ConfigurationFile> files) {
        Optional<Login> login = Login.of(files, findings);
        Optional<String> other =
                login.flatMap(Login::organization).filter(name -> !name.equalsIgnoreCase(organization));
        if (other.isEmpty()) {
            return login;
        }
        if (said(TOKEN).isEmpty()) {
            findings.add(mismatch("`" + login.orElseThrow().file() + "` is logged in to `" + other.get() + "`")
                    .help("set `" + TOKEN + "` to a user token of `" + organization
                            + "`, or run `dg plus login` as one of its members"));
        }
        return Optional.empty();
    }

    private Optional<URI> endpoint(Optional<Login> login) {
        Optional<String> url = said(URL);
        String place = url.isPresent() || login.isEmpty()
                ? "`" + URL + "`"
                : "`url` in `" + login.get().file() + "`";
        return new Address(place, organization, deployment, findings)
                .endpoint(url.or(() -> login.flatMap(Login::url)).orElse(Address.DEFAULT));
    }

    private Optional<SecretValue> token(Login login) {
        return login.token().flatMap(value -> token("`user_token` in `" + login.file() + "`", value));
    }

    /** A header takes visible characters only; what is pasted with a line end has another one. */
    private Optional<SecretValue> token(String place, String value) {
        if (value.chars().allMatch(c -> c > ' ' && c <= '~')) {
            return Optional.of(SecretValue.of(value));
        }
        findings.add(Finding.of(
                        FindingCode.PLUS_NO_TOKEN,
                        place + " holds a blank, a line end or another character of no token")
                .help("set it to the token and nothing else"));
        return Optional.empty();
    }

    private Finding mismatch(String what) {
        return Finding.of(FindingCode.PLUS_MISMATCH, what + ", and the workspace is of `" + organization + "`");
    }

    private Finding noToken(List<ConfigurationFile> files) {
        Finding finding = Finding.of(
                FindingCode.PLUS_NO_TOKEN, "there is no token to speak with Dagster+ for `" + organization + "`");
        if (environment.containsKey(TOKEN)) {
            finding = finding.note("`" + TOKEN + "` is set, but empty", new Site.Nowhere());
        }
        for (ConfigurationFile file : files) {
            finding = finding.note("`" + file.name() + "` has no `user_token`", new Site.Nowhere());
        }
        return finding.help("set `" + TOKEN + "` to a user token of `" + organization + "`, or run `dg plus login`");
    }

    private Optional<String> said(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
    }
}
