package io.github.dagsterfleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.source.DeepFolder;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class IndexTest {
    private static final String OUTPUT = "repos/web/generated/dev/dagster_cloud.yaml";
    private static final LocalDate TODAY = LocalDate.EPOCH;
    private static final LastRun ENDED = new LastRun(1, 3, TODAY, List.of());

    @TempDir
    Path temp;

    private Path root;

    @BeforeEach
    void generateOnce() throws IOException {
        root = temp.resolve("workspace");
        put("environments/base.yaml", "organization: acme\n");
        put("repos/web/repo.yaml", "team: web\n");
        put("templates/repo/generated/x.env.ftl", "A=1\n");
        run("a: 1\n");
    }

    @Test
    void nothingHappened() throws IOException {
        assertThat(Index.of(root, "tool").unchanged()).contains(ENDED);
    }

    @Test
    void theFirstRunIsRememberedWhenNothingWasThereBefore() throws IOException {
        Files.delete(root.resolve(".dagster-fleet/index"));
        Files.delete(root.resolve(OUTPUT));
        run("a: 2\n");
        assertThat(Index.of(root, "tool").unchanged()).contains(ENDED);
    }

    @Test
    void whatWasWarnedOfIsToldAgainOnTheSameDay() throws IOException {
        LastRun warned =
                new LastRun(1, 3, TODAY, List.of(Finding.of(FindingCode.FLEET_UNUSED, "nothing reads `vars.lost`")));
        run("a: 1\n", warned);
        assertThat(Index.of(root, "tool").unchanged().filter(last -> last.holdsOn(TODAY)))
                .contains(warned);
        assertThat(Index.of(root, "tool").unchanged().filter(last -> last.holdsOn(TODAY.plusDays(1))))
                .isEmpty();
    }

    @Test
    void whereNothingWasToldTheDayIsNoMatter() throws IOException {
        assertThat(Index.of(root, "tool").unchanged().filter(last -> last.holdsOn(TODAY.plusDays(1))))
                .contains(ENDED);
    }

    @Test
    void aDamagedIndexIsNone() throws IOException {
        Path index = root.resolve(".dagster-fleet/index");
        byte[] before = Files.readAllBytes(index);

        byte[] damaged = before.clone();
        damaged[before.length - 3] ^= 1;
        Files.write(index, damaged);
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
        Files.write(index, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
        Files.write(index, before);
        assertThat(Index.of(root, "tool").unchanged()).contains(ENDED);
    }

    @Test
    void anotherBuildOfTheToolLooksItself() throws IOException {
        assertThat(Index.of(root, "other tool").unchanged()).isEmpty();
    }

    @Test
    void anEditedSourceShowsAlsoWithItsOldTimeAndSize() throws IOException {
        Path source = root.resolve("repos/web/repo.yaml");
        FileTime before = Files.getLastModifiedTime(source);
        Files.writeString(source, "team: wob\n");
        Files.setLastModifiedTime(source, before);
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void anEditedTemplateBelowAFolderNamedGeneratedShows() throws IOException {
        put("templates/repo/generated/x.env.ftl", "A=2\n");
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void anAddedSourceShows() throws IOException {
        put("repos/web/overlays/dev.yaml", "team: data\n");
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void aRemovedSourceShows() throws IOException {
        Files.delete(root.resolve("repos/web/repo.yaml"));
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void anAddedFolderShows() throws IOException {
        Files.createDirectory(root.resolve("environments/profile"));
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        Path index = root.resolve(".dagster-fleet/index");
        Path elsewhere = Files.writeString(temp.resolve("elsewhere"), "mine\n");
        Files.delete(index);
        Files.createSymbolicLink(index, elsewhere);
        run("a: 1\n");
        assertThat(elsewhere).hasContent("mine\n");
    }

    @Test
    void aFolderInItsPlaceIsNoIndex() throws IOException {
        Path index = root.resolve(".dagster-fleet/index");
        Files.delete(index);
        Files.createDirectory(index);
        run("a: 1\n");
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void aTouchedOutputShows() throws IOException {
        Files.setLastModifiedTime(root.resolve(OUTPUT), FileTime.fromMillis(1_700_000_000_123L));
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void anOutputReplacedByAnotherOfItsTimeAndSizeShows() throws IOException {
        Path output = root.resolve(OUTPUT);
        Path other = root.resolve("other");
        Files.writeString(other, "a: 9\n");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(output));
        Files.delete(output);
        Files.move(other, output);
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void aDeletedOutputShows() throws IOException {
        Files.delete(root.resolve(OUTPUT));
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void anAddedOutputShows() throws IOException {
        put("repos/web/generated/dev/notes.txt", "mine\n");
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void whatIsLeftOfAnotherRepoShows() throws IOException {
        put("repos/gone/generated/manifest.json", "{}\n");
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void aBrokenIndexIsNoIndex() throws IOException {
        put(".dagster-fleet/index", "half of a li");
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsNotRemembered() throws IOException {
        Files.delete(root.resolve(".dagster-fleet/index"));
        try (Journal journal = Journal.begin(root)) {
            Index index = Index.of(root, "tool");
            DiskStore store = new DiskStore(root);
            store.write(new SourcePath(OUTPUT), "a: 3\n".getBytes(StandardCharsets.UTF_8));
            put(OUTPUT, "a: 44\n");
            index.remember(ENDED, journal, store);
        }
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void sourcesEditedDuringTheRunAreLookedAtAgain() throws IOException {
        try (Journal journal = Journal.begin(root)) {
            Index index = Index.of(root, "tool");
            put("repos/web/repo.yaml", "team: late\n");
            index.remember(ENDED, journal, new DiskStore(root));
        }
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void behindALinkAnythingMayChange() throws IOException {
        Files.createSymbolicLink(root.resolve("repos/web/link.yaml"), root.resolve("environments/base.yaml"));
        run("a: 1\n");
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
    }

    @Test
    void aNameThatNoSourceCanHaveIsAFileLikeAnyOther() throws IOException {
        String odd = "repos/web/generated/dev/two\nlines";
        put(odd, "mine\n");
        Files.setLastModifiedTime(root.resolve(odd), FileTime.fromMillis(1_700_000_000_123L));
        assertThat(Index.of(root, "tool").unchanged()).isEmpty();
        run("a: 1\n");
        assertThat(Index.of(root, "tool").unchanged()).contains(ENDED);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatCannotBeLookedIntoIsNotRemembered() throws IOException {
        put("repos/web/generated/" + DeepFolder.NAME + "/notes.txt", "mine\n");
        put("repos/web/" + DeepFolder.NAME + "/notes.txt", "mine\n");
        try (DeepFolder deep = DeepFolder.of(root)) {
            Index index = Index.of(deep.path(), "tool");
            assertThat(index.unchanged()).isEmpty();
            try (Journal journal = Journal.begin(deep.path())) {
                index.remember(ENDED, journal, new DiskStore(deep.path()));
            }
            assertThat(Index.of(deep.path(), "tool").unchanged()).isEmpty();
        }
    }

    private void run(String output) throws IOException {
        run(output, ENDED);
    }

    private void run(String output, LastRun ended) throws IOException {
        try (Journal journal = Journal.begin(root)) {
            Index index = Index.of(root, "tool");
            DiskStore store = new DiskStore(root);
            store.write(new SourcePath(OUTPUT), output.getBytes(StandardCharsets.UTF_8));
            index.remember(ended, journal, store);
        }
    }

    private void put(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
