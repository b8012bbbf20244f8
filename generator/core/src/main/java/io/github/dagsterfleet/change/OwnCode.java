package io.github.dagsterfleet.change;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** The jar that this runs from: whoever works on the tool builds one version many times. */
final class OwnCode {
    private OwnCode() {}

    /** Changes with every build; empty when the code is not in a jar on disk. */
    static Optional<String> stamp() throws IOException {
        CodeSource source = OwnCode.class.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getProtocol().equals("file")) {
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar) ? Optional.of(Stamp.of(jar).toString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
