package io.github.dagsterfleet.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SecurityPageTest {
    @Test
    void everyKindIsOnThePageOfTheSecurityReviewer() throws IOException {
        String page = Files.readString(Path.of("../docs/security.md")).replaceAll("\\s+", " ");

        for (SecretKind kind : SecretKind.values()) {
            assertThat(page).contains(kind.words());
        }
    }
}
