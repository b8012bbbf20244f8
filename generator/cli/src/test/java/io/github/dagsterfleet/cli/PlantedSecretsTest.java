package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants secrets of every sort wherever a value can stand, runs every verb in every format, and searches all that comes
 * out and all that is left on the disk for each of them.
 */
class PlantedSecretsTest {
    private static final long SEED = Long.getLong("seed", 20261122L);

    private static final int WORKSPACES = 4;

    /** A place of a finding, or of a note of one. */
    private static final Pattern PLACE = Pattern.compile("\"file\": \"([^\"]*)\", \"line\": ([0-9]+)");

    @TempDir
    private Path temp;

    private final List<String> missed = new ArrayList<>();
    private final Set<String> leaked = new TreeSet<>();
    private int planted;

    @Test
    void everySecretIsToldAndNoneIsPrintedOrWritten() {
        MadeSecrets secrets = new MadeSecrets(SEED);
        Plantation.Shared[] shared = Plantation.Shared.values();
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            plant(secrets, shared[workspace % shared.length], temp.resolve("w" + workspace));
        }

        int found = planted - missed.size();
        String figures = "seed " + SEED + ": " + secrets.kinds().size() + " kinds, " + planted + " planted, " + found
                + " found, " + leaked.size() + " leaked";
        System.out.println(figures);
        assertThat(secrets.kinds()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(planted).isGreaterThanOrEqualTo(2000);
        assertThat(leaked).as(figures).isEmpty();
        assertThat(missed.size() * 100)
                .as(figures + "\n" + String.join("\n", missed))
                .isLessThanOrEqualTo(planted);
    }

    private void plant(MadeSecrets secrets, Plantation.Shared shared, Path folder) {
        Plantation plantation = new Plantation(secrets::next, shared);
        Command command = Command.on(folder, plantation.files());
        planted += plantation.planted().size();
        Needles needles = new Needles();
        plantation
                .planted()
                .forEach(one -> needles.add(one.secret().value(), one.secret().kind() + ", " + one.place()));
        Set<String> told = new HashSet<>();
        for (List<String> line : plantation.lines()) {
            Command.Said said = command.run(line.toArray(String[]::new));
            look(needles, String.join(" ", line), said.out() + said.err());
            if (line.get(0).equals("validate") && line.contains("json")) {
                told.addAll(places(said.out()));
            }
        }
        left(folder, plantation.files().keySet())
                .forEach(file -> look(needles, folder.relativize(file).toString(), text(file)));
        plantation.planted().stream()
                .filter(one -> one.lines().noneMatch(told::contains))
                .forEach(one ->
                        missed.add(one.secret().kind() + ", " + one.place() + " " + one.file() + ":" + one.line()));
    }

    private void look(Needles needles, String where, String text) {
        needles.in(text).forEach(kind -> leaked.add(kind + " by " + where));
    }

    private static Set<String> places(String json) {
        Set<String> places = new HashSet<>();
        for (String line : json.lines().toList()) {
            if (line.contains("\"policy/secret\"")) {
                Matcher place = PLACE.matcher(line);
                while (place.find()) {
                    places.add(place.group(1) + ":" + place.group(2));
                }
            }
        }
        return places;
    }

    /** Everything on the disk that was not planted there. */
    private static List<Path> left(Path folder, Set<String> sources) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            !sources.contains(folder.relativize(file).toString().replace('\\', '/')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
