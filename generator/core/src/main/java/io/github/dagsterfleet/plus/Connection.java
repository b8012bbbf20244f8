package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.finding.Findings;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where Dagster+ is, and as whom to speak with it about which deployment. */
public final class Connection {
    private final URI endpoint;
    private final String organization;
    private final String deployment;
    private final SecretValue token;
    private final ProxySelector proxy;

    Connection(URI endpoint, String organization, String deployment, SecretValue token, ProxySelector proxy) {
        this.endpoint = endpoint;
        this.organization = organization;
        this.deployment = deployment;
        this.token = token;
        this.proxy = proxy;
    }

    /**
     * Each value from the environment, else from the file in which dg keeps it. Empty, with errors, when there is no
     * token, no address that a token may go to, or when either is another organization's.
     *
     * @param environment of the process
     * @param files those of {@link ConfigurationFiles} that exist
     * @param organization that of the workspace, which is the one to speak with
     */
    public static Optional<Connection> of(
            Map<String, String> environment,
            List<ConfigurationFile> files,
            String organization,
            String deployment,
            Findings findings) {
        return new ConnectionReader(environment, organization, deployment, findings).read(files);
    }

    /** The address that requests go to; it holds no token. */
    public URI endpoint() {
        return endpoint;
    }

    public String organization() {
        return organization;
    }

    public String deployment() {
        return deployment;
    }

    SecretValue token() {
        return token;
    }

    ProxySelector proxy() {
        return proxy;
    }

    @Override
    public String toString() {
        return endpoint + ", deployment " + deployment;
    }
}
