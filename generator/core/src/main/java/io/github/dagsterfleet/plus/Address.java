package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * From the address that somebody gave to the one that requests go to. Of a region ({@code https://eu.dagster.cloud}) and
 * of any other server it is {@code /ORGANIZATION/graphql}, as dg has it; of an organization's own name
 * ({@code https://acme.dagster.cloud}, with or without the deployment) {@code /DEPLOYMENT/graphql}, as
 * {@code dagster-cloud} has it.
 */
final class Address {
    static final String DEFAULT = "https://dagster.cloud";

    private static final String EUROPEAN_HOST = "eu.dagster.cloud";
    static final String EUROPE = "https://" + EUROPEAN_HOST;

    private static final String ORGANIZATIONS = ".dagster.cloud";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(0*:){2,7}0*1]");

    private final String place;
    private final String organization;
    private final String deployment;
    private final Findings findings;

    /** @param place where the address was given, in the user's words */
    Address(String place, String organization, String deployment, Findings findings) {
        this.place = place;
        this.organization = organization;
        this.deployment = deployment;
        this.findings = findings;
    }

    /** Empty, with an error that does not show the text, which may be anything, for what a token may not be sent to. */
    Optional<URI> endpoint(String text) {
        return base(text.strip()).flatMap(uri -> {
            Optional<String> owner = owner(uri.getHost().toLowerCase(Locale.ROOT));
            return owner.isPresent()
                    ? ofOrganization(uri, owner.get())
                    : Optional.of(below(uri, path(uri) + "/" + organization));
        });
    }

    /** The organization whose own name this is; empty for a region. */
    private static Optional<String> owner(String host) {
        return host.endsWith(ORGANIZATIONS) && !host.equals(EUROPEAN_HOST)
                ? Optional.of(host.substring(0, host.indexOf('.')))
                : Optional.empty();
    }

    private Optional<URI> base(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException malformed) {
            return refused("is no web address");
        }
        if (uri.getHost() == null || !(isHttps(uri) || "http".equalsIgnoreCase(uri.getScheme()))) {
            return refused("is no web address");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return refused("holds more than an address: a user, a query or a fragment");
        }
        if (!isHttps(uri) && !LOOPBACK.matcher(uri.getHost()).matches()) {
            return refused("would send the token without encryption");
        }
        return Optional.of(uri);
    }

    private Optional<URI> refused(String why) {
        findings.add(Finding.of(FindingCode.PLUS_ADDRESS, place + " " + why)
                .help("make it `" + DEFAULT + "`, or `" + EUROPE + "` for an organisation in the EU"));
        return Optional.empty();
    }

    private Optional<URI> ofOrganization(URI uri, String owner) {
        String host = organization + uri.getHost().substring(owner.length());
        if (!owner.equalsIgnoreCase(organization)) {
            return mismatch("`" + owner + "`, and the workspace is of `" + organization + "`", host);
        }
        String path = path(uri);
        if (!path.isEmpty() && !path.equals("/" + deployment)) {
            return mismatch("another deployment than `" + deployment + "`", host);
        }
        return Optional.of(below(uri, "/" + deployment));
    }

    private Optional<URI> mismatch(String whose, String host) {
        findings.add(Finding.of(FindingCode.PLUS_MISMATCH, place + " is the address of " + whose)
                .help("make it `https://" + host + "`"));
        return Optional.empty();
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static String path(URI uri) {
        String path = uri.getRawPath();
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static URI below(URI base, String path) {
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path + "/graphql");
    }
}
