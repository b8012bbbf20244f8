package io.github.dagsterfleet.change;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Help;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.finding.Severity;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.TextEdit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link LastRun} as bytes for the same build of this tool. Of a text only the path is kept, as it is read again when it is
 * shown; so what is not in the workspace as it was shown, such as one with a secret masked or one of a commit, is not kept.
 */
final class LastRunFormat {
    private final SourceSet sources;
    private final Map<SourcePath, Optional<SourceText>> texts = new HashMap<>();

    LastRunFormat(SourceSet sources) {
        this.sources = sources;
    }

    /** Empty where one of its texts could not be shown again. */
    Optional<byte[]> bytes(LastRun run) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new Writer(new DataOutputStream(bytes)).run(run);
        } catch (NotShown text) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(bytes.toByteArray());
    }

    /**
     * @param bytes what {@link #bytes} made
     * @return empty where a text is not there any more
     */
    Optional<LastRun> read(byte[] bytes) throws IOException {
        try {
            return Optional.of(new Reader(new DataInputStream(new ByteArrayInputStream(bytes))).run());
        } catch (NotShown text) {
            return Optional.empty();
        }
    }

    /** What the workspace has under a path. */
    private Optional<SourceText> there(SourcePath path) {
        return texts.computeIfAbsent(path, asked -> {
            Findings unheard = new Findings();
            return sources.read(asked, unheard).flatMap(file -> TextDecoder.decode(file, unheard));
        });
    }

    /** A text is not in the workspace as it was shown. */
    private static final class NotShown extends IOException {
        private static final long serialVersionUID = 1;
    }

    private enum SiteKind {
        SPAN,
        FILE,
        NOWHERE
    }

    /** The fields in the order of the records. */
    private final class Writer {
        private final DataOutputStream out;

        Writer(DataOutputStream out) {
            this.out = out;
        }

        void run(LastRun run) throws IOException {
            out.writeInt(run.repos());
            out.writeLong(run.files());
            out.writeInt((int) run.day().toEpochDay());
            out.writeInt(run.warnings().size());
            for (Finding finding : run.warnings()) {
                finding(finding);
            }
        }

        private void finding(Finding finding) throws IOException {
            text(finding.code().name());
            text(finding.severity().name());
            text(finding.message());
            site(finding.site());
            text(finding.label());
            out.writeInt(finding.related().size());
            for (Related related : finding.related()) {
                text(related.message());
                site(related.site());
            }
            out.writeInt(finding.ways().size());
            for (Help way : finding.ways()) {
                text(way.sentence());
                out.writeInt(way.edits().size());
                for (TextEdit edit : way.edits()) {
                    span(edit.span());
                    text(edit.replacement());
                }
            }
            text(finding.judge().map(Judge::name).orElse(""));
        }

        private void site(Site site) throws IOException {
            if (site instanceof Site.InSpan in) {
                text(SiteKind.SPAN.name());
                span(in.span());
            } else if (site instanceof Site.InFile in) {
                text(SiteKind.FILE.name());
                text(in.file().value());
            } else {
                text(SiteKind.NOWHERE.name());
            }
        }

        private void span(Span span) throws IOException {
            boolean shown = span.text().revision().isEmpty()
                    && there(span.path())
                            .filter(text -> text.content().equals(span.text().content()))
                            .isPresent();
            if (!shown) {
                throw new NotShown();
            }
            text(span.path().value());
            out.writeInt(span.start());
            out.writeInt(span.end());
        }

        private void text(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private final class Reader {
        private final DataInputStream in;

        Reader(DataInputStream in) {
            this.in = in;
        }

        LastRun run() throws IOException {
            return new LastRun(in.readInt(), in.readLong(), LocalDate.ofEpochDay(in.readInt()), list(this::finding));
        }

        private Finding finding() throws IOException {
            return new Finding(
                    FindingCode.valueOf(text()),
                    Severity.valueOf(text()),
                    text(),
                    site(),
                    text(),
                    list(() -> new Related(text(), site())),
                    list(() -> new Help(text(), list(() -> new TextEdit(span(), text())))),
                    Optional.of(text()).filter(name -> !name.isEmpty()).map(Judge::valueOf));
        }

        private Site site() throws IOException {
            return switch (SiteKind.valueOf(text())) {
                case SPAN -> new Site.InSpan(span());
                case FILE -> new Site.InFile(new SourcePath(text()));
                case NOWHERE -> new Site.Nowhere();
            };
        }

        private Span span() throws IOException {
            SourceText text = there(new SourcePath(text())).orElseThrow(NotShown::new);
            return text.span(in.readInt(), in.readInt());
        }

        private <T> List<T> list(Part<T> part) throws IOException {
            List<T> list = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                list.add(part.read());
            }
            return list;
        }

        private String text() throws IOException {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @FunctionalInterface
    private interface Part<T> {
        T read() throws IOException;
    }
}
