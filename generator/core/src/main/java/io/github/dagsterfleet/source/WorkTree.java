package io.github.dagsterfleet.source;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The files of a folder on disk. A link may lead anywhere inside of the folder; what lies outside by its real path is
 * not there for us. Files may change meanwhile, so each is read once by who asks.
 */
public final class WorkTree implements SourceSet {
    private final Path root;
    private final Obstacles obstacles;

    private WorkTree(Path root, Obstacles obstacles) {
        this.root = root;
        this.obstacles = obstacles;
    }

    /**
     * The files below this folder.
     *
     * @throws IOException when there is no such folder
     */
    public static WorkTree of(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path realRoot = root.toRealPath();
        if (!Files.isDirectory(realRoot)) {
            throw new NotDirectoryException(root.toString());
        }
        return new WorkTree(root, new Obstacles(root, realRoot));
    }

    /** The folder on disk. */
    public Path folder() {
        return root;
    }

    /** The file or folder itself, whatever links lead to it; empty where nothing is there. */
    public Optional<Path> real(SourcePath path) {
        try {
            return Optional.of(root.resolve(path.value()).toRealPath());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** Whether a link leads out of the folder on the way to what is there. */
    public boolean leadsOut(SourcePath path) {
        return real(path).filter(file -> !obstacles.isInside(file)).isPresent();
    }

    @Override
    public Optional<SourceFile> read(SourcePath path, Findings findings) {
        try {
            Optional<Finding> obstacle = obstacles.before(path.parent());
            if (obstacle.isPresent()) {
                findings.add(obstacle.get());
                return Optional.empty();
            }
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return Optional.empty();
        }
        Path file = root.resolve(path.value());
        try {
            BasicFileAttributes attributes = Obstacles.attributes(file);
            if (attributes.isSymbolicLink()) {
                return readLinked(path, file, findings);
            }
            return read(path, file, attributes, findings);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException closed) {
            findings.add(Obstacles.unreadableFolder(path.parent(), closed));
            return Optional.empty();
        }
    }

    private Optional<SourceFile> readLinked(SourcePath path, Path link, Findings findings) throws IOException {
        Optional<Finding> obstacle = obstacles.behind(path, link);
        if (obstacle.isPresent()) {
            findings.add(obstacle.get());
            return Optional.empty();
        }
        return read(path, link, Files.readAttributes(link, BasicFileAttributes.class), findings);
    }

    private static Optional<SourceFile> read(
            SourcePath path, Path file, BasicFileAttributes attributes, Findings findings) throws NoSuchFileException {
        if (!attributes.isRegularFile()) {
            String what = attributes.isDirectory() ? "a folder stands in place of a file" : "this is no ordinary file";
            findings.add(unreadable(path, what).help("move it away or delete it"));
            return Optional.empty();
        }
        if (attributes.size() > TextDecoder.MOST_BYTES) {
            findings.add(TextDecoder.tooLarge(path));
            return Optional.empty();
        }
        try {
            return Optional.of(new SourceFile(path, Files.readAllBytes(file)));
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException closed) {
            findings.add(unreadable(path, "the file cannot be read: " + DiskErrors.words(closed))
                    .help("give whoever runs dagster-fleet the right to read it"));
            return Optional.empty();
        }
    }

    @Override
    public boolean isFile(SourcePath path) {
        return Files.isRegularFile(root.resolve(path.value()));
    }

    @Override
    public List<Entry> list(SourcePath folder, Findings findings) {
        TreeMap<SourcePath, Entry> entries = new TreeMap<>();
        for (Child child : children(folder, findings)) {
            boolean isFolder = child.isFolder() || (child.leadsToFolder() && isOpen(child.path));
            entries.put(child.path, new Entry(child.path, isFolder));
        }
        return List.copyOf(entries.values());
    }

    /** A folder that cannot be listed has none: that is told by whoever lists it. */
    @Override
    public List<String> unnameable(SourcePath folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root.resolve(folder.value()))) {
            for (Path file : stream) {
                if (!isNameable(folder, file) && Files.isDirectory(file)) {
                    names.add(file.getFileName().toString());
                }
            }
        } catch (IOException | DirectoryIteratorException closed) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    /** Whether a link may be followed; one that may not is told by whoever reads below it. */
    private boolean isOpen(SourcePath link) {
        try {
            return obstacles.before(link).isEmpty();
        } catch (NoSuchFileException | NotDirectoryException gone) {
            return false;
        }
    }

    @Override
    public List<SourcePath> walk(SourcePath folder, Findings findings) {
        List<SourcePath> found = new ArrayList<>();
        walk(folder, found, findings);
        found.sort(null);
        return List.copyOf(found);
    }

    /** What a visit looks at, by name. */
    public interface Interest {
        boolean wants(String name);

        boolean enters(String folder);

        /** Whether nothing of a folder matters that holds something of this name. */
        boolean leaves(String name);
    }

    /**
     * Visits what is wanted below the folder, in order, one folder at a time, so that a tree may be of any size. Links
     * to folders are not followed. A folder of a wanted name is told like a file, and not entered.
     *
     * @param findings takes folders that cannot be listed
     */
    public void visit(SourcePath folder, Interest interest, Consumer<SourcePath> wanted, Findings findings) {
        List<Child> children = children(folder, findings);
        if (children.stream().anyMatch(child -> interest.leaves(child.name()))) {
            return;
        }
        List<Child> inOrder = new ArrayList<>(children);
        inOrder.sort(Comparator.comparing(Child::name));
        for (Child child : inOrder) {
            if (interest.wants(child.name())) {
                wanted.accept(child.path);
            } else if (child.isFolder() && interest.enters(child.name())) {
                visit(child.path, interest, wanted, findings);
            }
        }
    }

    private void walk(SourcePath folder, List<SourcePath> found, Findings findings) {
        for (Child child : children(folder, findings)) {
            if (child.isFolder()) {
                walk(child.path, found, findings);
            } else if (!child.leadsToFolder()) {
                found.add(child.path);
            }
        }
    }

    /** What lies in a folder, looked at without following it. */
    private record Child(SourcePath path, Path file, BasicFileAttributes attributes) {
        String name() {
            return path.fileName();
        }

        boolean isFolder() {
            return attributes.isDirectory();
        }

        boolean leadsToFolder() {
            return attributes.isSymbolicLink() && Files.isDirectory(file);
        }
    }

    private List<Child> children(SourcePath folder, Findings findings) {
        try {
            Optional<Finding> obstacle = obstacles.before(folder);
            if (obstacle.isEmpty()) {
                return children(folder);
            }
            findings.add(obstacle.get());
        } catch (NoSuchFileException | NotDirectoryException absent) {
            return List.of();
        } catch (DirectoryIteratorException closed) {
            findings.add(Obstacles.unreadableFolder(folder, Objects.requireNonNull(closed.getCause())));
        } catch (IOException closed) {
            findings.add(Obstacles.unreadableFolder(folder, closed));
        }
        return List.of();
    }

    /** Without names that are no workspace paths; {@link #unnameable} tells of those that may matter. */
    private List<Child> children(SourcePath folder) throws IOException {
        List<Child> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root.resolve(folder.value()))) {
            for (Path file : stream) {
                if (isNameable(folder, file)) {
                    child(folder.resolve(file.getFileName().toString()), file).ifPresent(children::add);
                }
            }
        }
        return children;
    }

    private static boolean isNameable(SourcePath folder, Path file) {
        String name = file.getFileName().toString();
        return SourcePath.isValid(folder.value().isEmpty() ? name : folder + "/" + name);
    }

    private Optional<Child> child(SourcePath path, Path file) throws IOException {
        try {
            Child child = new Child(path, file, Obstacles.attributes(file));
            if (child.isFolder()) {
                obstacles.none(path);
            }
            return Optional.of(child);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static Finding unreadable(SourcePath path, String message) {
        return Finding.in(FindingCode.SOURCE_UNREADABLE, path, message);
    }
}
