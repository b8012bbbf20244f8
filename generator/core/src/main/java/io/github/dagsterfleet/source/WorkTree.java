package io.github.dagsterfleet.source;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The files of a folder on disk. A link may lead anywhere inside of the folder; what lies outside by its real path is
 * not there for us. Files may change meanwhile, so each is read once by who asks.
 */
public final class WorkTree implements SourceSet {
    private final Path root;
    private final Path realRoot;
    /** Whether a folder's real path lies inside, by its path; asked for every file, found out once. */
    private final Map<SourcePath, Boolean> inside = new ConcurrentHashMap<>();

    private WorkTree(Path root, Path realRoot) {
        this.root = root;
        this.realRoot = realRoot;
        inside.put(SourcePath.ROOT, true);
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
        return new WorkTree(root, realRoot);
    }

    @Override
    public Optional<SourceFile> read(SourcePath path, Findings findings) {
        Path file = root.resolve(path.value());
        try {
            if (!isInside(path.parent())) {
                findings.add(outside(path));
                return Optional.empty();
            }
            BasicFileAttributes attributes = attributes(file);
            if (attributes.isSymbolicLink()) {
                return readLinked(path, file, findings);
            }
            return read(path, file, attributes, findings);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (Files.isDirectory(root.resolve(path.parent().value()))) {
                findings.add(unreadable(path, "the file cannot be read"));
            }
            return Optional.empty();
        }
    }

    private Optional<SourceFile> readLinked(SourcePath path, Path link, Findings findings) throws IOException {
        try {
            if (!link.toRealPath().startsWith(realRoot)) {
                findings.add(outside(path));
                return Optional.empty();
            }
        } catch (FileSystemException e) {
            findings.add(unreadable(path, "the link leads nowhere")
                    .help("put the file where the link leads, or delete the link"));
            return Optional.empty();
        }
        return read(path, link, Files.readAttributes(link, BasicFileAttributes.class), findings);
    }

    private static Optional<SourceFile> read(
            SourcePath path, Path file, BasicFileAttributes attributes, Findings findings) throws IOException {
        if (!attributes.isRegularFile()) {
            String what = attributes.isDirectory() ? "a folder stands in place of a file" : "this is no ordinary file";
            findings.add(unreadable(path, what).help("move it away or delete it"));
            return Optional.empty();
        }
        if (attributes.size() > TextDecoder.MOST_BYTES) {
            findings.add(TextDecoder.tooLarge(path));
            return Optional.empty();
        }
        return Optional.of(new SourceFile(path, Files.readAllBytes(file)));
    }

    @Override
    public List<Entry> list(SourcePath folder) {
        TreeMap<SourcePath, Entry> entries = new TreeMap<>();
        try {
            if (isInside(folder)) {
                for (Path child : children(folder)) {
                    SourcePath path = folder.resolve(name(child));
                    entries.put(path, new Entry(path, Files.isDirectory(child) && isInside(path)));
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(entries.values());
    }

    @Override
    public List<SourcePath> walk(SourcePath folder) {
        List<SourcePath> found = new ArrayList<>();
        try {
            if (isInside(folder)) {
                walk(folder, found);
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        List<Path> children;
        try {
            if (!isInside(folder)) {
                return;
            }
            children = children(folder);
        } catch (IOException e) {
            findings.add(unreadable(folder, "the folder cannot be listed"));
            return;
        }
        if (children.stream().anyMatch(child -> interest.leaves(name(child)))) {
            return;
        }
        children.sort(Comparator.comparing(WorkTree::name));
        for (Path child : children) {
            String name = name(child);
            SourcePath path = folder.resolve(name);
            if (interest.wants(name)) {
                wanted.accept(path);
            } else if (interest.enters(name) && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                visit(path, interest, wanted, findings);
            }
        }
    }

    private void walk(SourcePath folder, List<SourcePath> found) throws IOException {
        for (Path child : children(folder)) {
            SourcePath path = folder.resolve(name(child));
            if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                walk(path, found);
            } else if (!Files.isDirectory(child)) {
                found.add(path);
            }
        }
    }

    /** Without names that are no workspace paths, with a backslash for example, which no source file has. */
    private List<Path> children(SourcePath folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(root.resolve(folder.value()))) {
            for (Path child : stream) {
                if (SourcePath.isValid(folder.value().isEmpty() ? name(child) : folder + "/" + name(child))) {
                    children.add(child);
                }
            }
        }
        return children;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    /** Looks at one folder after the other, because only a link can lead out. */
    private boolean isInside(SourcePath folder) throws IOException {
        Boolean known = inside.get(folder);
        if (known == null) {
            known = isInside(folder.parent()) && !leadsOut(root.resolve(folder.value()));
            inside.put(folder, known);
        }
        return known;
    }

    private boolean leadsOut(Path folder) throws IOException {
        return attributes(folder).isSymbolicLink() && !folder.toRealPath().startsWith(realRoot);
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static Finding outside(SourcePath path) {
        return Finding.in(FindingCode.SOURCE_OUTSIDE_WORKSPACE, path, "a link leads out of the workspace")
                .help("replace the link by what it leads to");
    }

    private static Finding unreadable(SourcePath path, String message) {
        return Finding.in(FindingCode.SOURCE_UNREADABLE, path, message);
    }
}
