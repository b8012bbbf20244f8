package io.github.dagsterfleet.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often what is no secret is taken for one: over our own fleet, and over any folder with {@code -Dcorpus=DIR}. */
class FalseAlarmsTest {
    private static final Path REPOSITORY = Path.of("../..");

    /** What a folder of files came to. */
    private record Looked(int values, List<String> alarms) {
        String words() {
            return String.format(
                    Locale.ROOT,
                    "%d values looked at, %d alarms (%.3f %%)%n%s",
                    values,
                    alarms.size(),
                    100.0 * alarms.size() / Math.max(1, values),
                    String.join("\n", alarms));
        }
    }

    @Test
    void ourOwnFleetGivesNone() {
        List<String> alarms = new ArrayList<>();
        for (String folder : List.of("environments", "repos", "templates")) {
            alarms.addAll(look(REPOSITORY.resolve(folder)).alarms());
        }

        assertThat(alarms).isEmpty();
    }

    @Test
    void aFolderOfRealFilesGivesFewerThanOneInAThousand() {
        String corpus = System.getProperty("corpus", "");
        Looked looked = look(corpus.isEmpty() ? REPOSITORY.resolve("generator/docs") : Path.of(corpus));

        System.out.println(looked.words());

        assertThat(looked.alarms().size() * 1000).as(looked.words()).isLessThanOrEqualTo(looked.values());
    }

    /** @param folder whose files are read as text, whatever they are; others are passed over */
    private static Looked look(Path folder) {
        int values = 0;
        List<String> alarms = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String text = text(file);
                values += Math.toIntExact(
                        text.lines().filter(line -> !line.isBlank()).count());
                for (Sighting seen : SecretScan.sightings(text)) {
                    long line = text.substring(0, seen.start()).lines().count();
                    alarms.add(
                            folder.relativize(file) + ":" + line + ": " + seen.kind() + " under `" + seen.key() + "`");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Looked(values, alarms);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException noText) {
            return "";
        }
    }
}
