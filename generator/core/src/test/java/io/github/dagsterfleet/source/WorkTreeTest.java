package io.github.dagsterfleet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
class WorkTreeTest {
    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    @BeforeEach
    void fill() throws IOException {
        write("outside/secret.txt", "secret");
        write("tree/a/x.txt", "x");
        write("tree/a/b/y.txt", "y");
        write("tree/z.txt", "z");
    }

    @Test
    void readsFiles() throws IOException {
        assertThat(read("a/b/y.txt")).contains("y");
        assertThat(read("a/none.txt")).isEmpty();
        assertThat(read("none/none.txt")).isEmpty();
        assertThat(read("z.txt/none.txt")).isEmpty();
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void listsAndWalksInOrder() throws IOException {
        WorkTree tree = tree();
        assertThat(tree.list(SourcePath.ROOT, findings))
                .containsExactly(
                        new SourceSet.Entry(new SourcePath("a"), true),
                        new SourceSet.Entry(new SourcePath("z.txt"), false));
        assertThat(tree.walk(SourcePath.ROOT, findings))
                .extracting(SourcePath::value)
                .containsExactly("a/b/y.txt", "a/x.txt", "z.txt");
        assertThat(tree.list(new SourcePath("none"), findings)).isEmpty();
        assertThat(tree.walk(new SourcePath("z.txt"), findings)).isEmpty();
    }

    @Test
    void followsLinksThatStayInside() throws IOException {
        link("tree/file", "a/x.txt");
        link("tree/folder", "a");
        assertThat(read("file")).contains("x");
        assertThat(read("folder/b/y.txt")).contains("y");
        assertThat(tree().list(SourcePath.ROOT, findings))
                .contains(new SourceSet.Entry(new SourcePath("folder"), true));
        assertThat(tree().walk(SourcePath.ROOT, findings)).doesNotContain(new SourcePath("folder/x.txt"));
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void aLinkThatLeadsOutIsNotFollowed() throws IOException {
        link("tree/file", "../outside/secret.txt");
        link("tree/folder", folder.resolve("outside").toString());
        link("tree/hop", "folder");
        assertThat(read("file")).isEmpty();
        assertThat(read("folder/secret.txt")).isEmpty();
        assertThat(read("hop/secret.txt")).isEmpty();
        assertThat(findings.list())
                .extracting(Finding::code)
                .containsOnly(FindingCode.SOURCE_OUTSIDE_WORKSPACE)
                .hasSize(3);
        assertThat(findings.list().get(1).site()).isEqualTo(new Site.InFile(new SourcePath("folder")));
        assertThat(tree().list(new SourcePath("folder"), findings)).isEmpty();
        assertThat(tree().walk(new SourcePath("hop"), findings)).isEmpty();
    }

    @Test
    void whatIsNoFileIsUnreadable() throws IOException {
        link("tree/dangling", "nowhere");
        link("tree/loop", "loop");
        assertThat(read("a")).isEmpty();
        assertThat(read("dangling")).isEmpty();
        assertThat(read("loop")).isEmpty();
        assertThat(findings.list())
                .extracting(Finding::code)
                .containsOnly(FindingCode.SOURCE_UNREADABLE)
                .hasSize(3);
    }

    @Test
    void aFolderThatIsALinkToNowhereIsUnreadable() throws IOException {
        link("tree/moved", "nowhere");
        assertThat(read("moved/x.txt")).isEmpty();
        assertThat(tree().list(new SourcePath("moved"), findings)).isEmpty();
        assertThat(tree().walk(new SourcePath("moved/deeper"), findings)).isEmpty();
        assertThat(unreadable()).containsOnly("moved").hasSize(3);
    }

    @Test
    void aFileInPlaceOfAFolderHoldsNothing() throws IOException {
        link("tree/y", "a/b/y.txt");
        assertThat(tree().list(new SourcePath("z.txt/below"), findings)).isEmpty();
        assertThat(tree().list(new SourcePath("y"), findings)).isEmpty();
        assertThat(read("y/below")).isEmpty();
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeLookedIntoIsUnreadableAndHidesNoOther() throws IOException {
        write("tree/closed/" + DeepFolder.NAME + "/x.txt", "x");
        try (DeepFolder deep = DeepFolder.of(folder.resolve("tree"))) {
            WorkTree tree = WorkTree.of(deep.path());
            assertThat(tree.walk(SourcePath.ROOT, findings))
                    .extracting(SourcePath::value)
                    .containsExactly("a/b/y.txt", "a/x.txt", "z.txt");
            assertThat(tree.list(new SourcePath("closed"), findings)).isEmpty();
            assertThat(tree.read(new SourcePath("closed/" + DeepFolder.NAME + "/x.txt"), findings))
                    .isEmpty();
        }
        assertThat(unreadable()).containsOnly("closed").hasSize(3);
    }

    @Test
    void aHugeFileIsNotEvenRead() throws IOException {
        Files.write(folder.resolve("tree/huge.yaml"), new byte[TextDecoder.MOST_BYTES + 1]);
        assertThat(read("huge.yaml")).isEmpty();
        assertThat(findings.list()).extracting(Finding::code).containsExactly(FindingCode.SOURCE_TOO_LARGE);
    }

    @Test
    void theTreeItselfMayBeReachedThroughALink() throws IOException {
        link("link", "tree");
        assertThat(WorkTree.of(folder.resolve("link")).read(new SourcePath("a/x.txt"), findings))
                .isPresent();
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> WorkTree.of(folder.resolve("none"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> WorkTree.of(folder.resolve("tree/z.txt"))).isInstanceOf(IOException.class);
    }

    private List<String> unreadable() {
        assertThat(findings.list()).extracting(Finding::code).containsOnly(FindingCode.SOURCE_UNREADABLE);
        return findings.list().stream()
                .map(finding -> finding.site().path().orElseThrow().value())
                .toList();
    }

    private WorkTree tree() throws IOException {
        return WorkTree.of(folder.resolve("tree"));
    }

    private Optional<String> read(String path) throws IOException {
        return tree().read(new SourcePath(path), findings)
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(folder.resolve(path), Path.of(target));
    }
}
