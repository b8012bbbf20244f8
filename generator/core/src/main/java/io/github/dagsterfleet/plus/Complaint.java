package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Words what went wrong with one request: by names, never by values. */
final class Complaint {
    private static final String IN_THE_MEANTIME = "run the same command again later: what is set stays set";

    private final Connection connection;
    private final String deed;
    private final ServerWords words;

    Complaint(Connection connection, Ask ask) {
        List<SecretValue> secrets = new ArrayList<>(ask.secrets());
        secrets.add(connection.token());
        this.connection = connection;
        this.deed = ask.deed();
        this.words = new ServerWords(secrets);
    }

    Finding silent(Reply.Reason reason, int requests) {
        String host = connection.endpoint().getRawAuthority();
        Finding finding = Finding.of(FindingCode.PLUS_UNREACHABLE, "`" + host + "` " + reason.words())
                .note("asked " + times(requests) + " to " + deed, new Site.Nowhere());
        return switch (reason) {
            case NOT_TRUSTED ->
                finding.help(
                        "give Java the certificates of your proxy: `JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE`");
            case UNKNOWN_HOST, NO_CONNECTION, NO_TLS ->
                finding.help("check `DAGSTER_CLOUD_URL`, and `HTTPS_PROXY` where a proxy stands between");
            case NO_ANSWER, CUT_OFF -> finding.help(IN_THE_MEANTIME);
        };
    }

    Finding busy(int status, int requests) {
        return about(FindingCode.PLUS_UNREACHABLE, "Dagster+ answers " + status + " and cannot " + deed)
                .note("asked " + times(requests), new Site.Nowhere())
                .help(IN_THE_MEANTIME);
    }

    Finding unknownToken() {
        Finding finding = about(FindingCode.PLUS_UNAUTHORIZED, "Dagster+ does not take the token")
                .help("set `DAGSTER_CLOUD_API_TOKEN` to a user token of `" + connection.organization()
                        + "` that is not revoked");
        return connection.endpoint().toString().startsWith(Address.DEFAULT + "/")
                ? finding.help("set `DAGSTER_CLOUD_URL=" + Address.EUROPE + "` for an organisation in the EU")
                : finding;
    }

    Finding forbidden() {
        return about(FindingCode.PLUS_UNAUTHORIZED, "the token may not " + deed)
                .help("use a user token whose role may edit environment variables in the deployment `"
                        + connection.deployment() + "`");
    }

    Finding forbidden(String said) {
        return forbidden().note(words.quote(said), new Site.Nowhere());
    }

    Finding notFound() {
        return about(
                        FindingCode.PLUS_NOT_FOUND,
                        "there is no organisation `" + connection.organization() + "` with a deployment `"
                                + connection.deployment() + "`")
                .help("compare `organization` of base.yaml and `deployment` of the environment with the address of"
                        + " Dagster+ in a browser");
    }

    Finding redirect(String location) {
        Finding finding = about(FindingCode.PLUS_ANSWER, "the server sends us elsewhere, where the token does not go")
                .help("set `DAGSTER_CLOUD_URL` to the address of Dagster+ itself");
        String host = host(location);
        return host.isEmpty() ? finding : finding.note("it leads to `" + host + "`", new Site.Nowhere());
    }

    Finding refused(String said) {
        return about(FindingCode.PLUS_REFUSED, "Dagster+ refuses to " + deed)
                .note(words.quote(said), new Site.Nowhere());
    }

    Finding tooMany(String said) {
        return refused(said).help("remove variables that nothing reads: a deployment keeps at most 1,000");
    }

    Finding shared(String said) {
        return refused(said)
                .help("change it in Dagster+ itself, where it is for several locations together, or remove it there");
    }

    Finding failed(String said) {
        return about(FindingCode.PLUS_FAILED, "Dagster+ fails to " + deed).note(words.quote(said), new Site.Nowhere());
    }

    Finding noAnswer(String what) {
        return about(FindingCode.PLUS_ANSWER, what)
                .help("check `DAGSTER_CLOUD_URL`, and whether a proxy or a login page stands between");
    }

    private Finding about(FindingCode code, String message) {
        return Finding.of(code, message).note("asked at " + connection.endpoint(), new Site.Nowhere());
    }

    private static String times(int requests) {
        return requests == 1 ? "once" : requests + " times";
    }

    /** What else stands in an address may be a secret of somebody else. */
    private static String host(String location) {
        try {
            String host = URI.create(location).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
