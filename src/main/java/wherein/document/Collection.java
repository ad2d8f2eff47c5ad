package wherein.document;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A folder of files, read recursively, or one file of records, with what its catalogue says of them.
 *
 * @param root the folder, or the file
 * @param catalogueFile the catalogue that was read, if there is one
 * @param catalogue what it says
 * @param files the files that are to be indexed, by their relative path
 * @param notes what a reader should know of files that are not
 * @param unreadable files and folders that are there and cannot be read now, by their relative path
 */
public record Collection(
        Path root,
        Optional<Path> catalogueFile,
        Catalogue catalogue,
        List<SourceFile> files,
        List<Note> notes,
        List<String> unreadable) {

    /** The name of the catalogue in a collection's folder. */
    public static final String CATALOGUE = "catalog.yaml";

    /** The folder of what Wherein itself keeps in a collection's folder. */
    public static final String OWN_FOLDER = ".wherein";

    /** Files of a collection's folder that are no documents of it. */
    private static final Set<String> ABOUT = Set.of(CATALOGUE, MetadataTable.NAME, "people.yaml", "wherein.toml");

    /** Speaks about the files beside it. */
    private static final Pattern README = Pattern.compile("README(\\.[a-z]+)?", Pattern.CASE_INSENSITIVE);

    /** Folder of the words that a reader adds. */
    private static final String LEXICON = "lexicon";

    /** Takes copies. */
    public Collection {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Opens the collection at {@code root}. Nothing of the files is read yet but the catalogue and the table of
     * metadata.
     *
     * @param catalogueFile the catalogue; if empty, {@value #CATALOGUE} in the folder, if it is there
     * @throws CatalogueException if catalogue or table have faults
     * @throws NoSuchFileException if there is no such folder, file or catalogue
     * @throws IOException if the folder cannot be read
     */
    public static Collection open(Path root, Optional<Path> catalogueFile) throws IOException, CatalogueException {
        Path base = root.toAbsolutePath().normalize();
        if (!Files.exists(base)) {
            throw new NoSuchFileException(base.toString(), null, "there is no such folder or file");
        }
        boolean folder = Files.isDirectory(base);
        if (!folder && DocumentReader.format(base.getFileName().toString()).isEmpty()) {
            throw new NotDirectoryException(base + ": neither a folder nor " + DocumentReader.FORMATS);
        }
        Path home = folder ? base : base.getParent();
        Optional<Path> file =
                catalogueFile.or(() -> Optional.of(home.resolve(CATALOGUE)).filter(Files::exists));
        Catalogue catalogue = file.isPresent() ? Catalogue.read(file.get()) : Catalogue.EMPTY;
        Path table = home.resolve(MetadataTable.NAME);
        Map<String, Metadata> listed = Files.exists(table)
                ? MetadataTable.read(table, catalogue.stances().keySet())
                : Map.of();
        Lister lister = new Lister(home);
        if (folder) {
            Files.walkFileTree(base, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, lister);
        } else {
            lister.found.put(base.getFileName().toString(), base);
        }
        return assemble(base, file, catalogue, listed, lister, folder);
    }

    private static Collection assemble(
            Path base,
            Optional<Path> file,
            Catalogue catalogue,
            Map<String, Metadata> listed,
            Lister lister,
            boolean folder) {
        Map<String, Catalogue.Entry> entries = new HashMap<>();
        Map<String, Catalogue.Layout> layouts = new HashMap<>();
        Set<String> replaced = new HashSet<>();
        List<Note> notes = lister.notes;
        for (Catalogue.Entry entry : catalogue.entries()) {
            String original = entry.file().file();
            Optional<String> digest = entry.digest().map(Catalogue.Layout::file);
            if (lister.found.containsKey(original)) {
                entries.put(original, entry);
                layouts.put(original, entry.file());
                digest.ifPresent(replaced::add);
            } else if (digest.isPresent() && lister.found.containsKey(digest.get())) {
                entries.put(digest.get(), entry);
                layouts.put(digest.get(), entry.digest().get());
            } else if (folder) {
                notes.add(new Note(
                        Note.Severity.WARNING,
                        original,
                        0,
                        "the catalogue names this file for \"" + entry.id() + "\", but it is not in the collection"));
            }
        }
        List<SourceFile> files = new ArrayList<>();
        lister.found.forEach((relative, path) -> {
            if (!replaced.contains(relative)) {
                files.add(new SourceFile(
                        path,
                        relative,
                        Optional.ofNullable(entries.get(relative)),
                        Optional.ofNullable(layouts.get(relative)),
                        listed.getOrDefault(relative, Metadata.UNKNOWN)));
            }
        });
        files.sort(Comparator.comparing(SourceFile::relative));
        return new Collection(base, file, catalogue, files, notes, lister.unreadable);
    }

    /** The folder that holds the files: the root, or the folder of the one file. */
    public Path home() {
        return Files.isDirectory(root) ? root : root.getParent();
    }

    /** The files that say something about the others and are there: catalogue, table of metadata, names of people. */
    public List<Path> aboutFiles() {
        List<Path> about = new ArrayList<>();
        catalogueFile.ifPresent(about::add);
        Path table = home().resolve(MetadataTable.NAME);
        if (Files.isReadable(table)) {
            about.add(table);
        }
        about.addAll(Lexicon.files(this));
        return about;
    }

    /** Lists the files below a folder, hidden ones and the collection's own apart. */
    private static final class Lister extends SimpleFileVisitor<Path> {

        private final Path home;
        private final Map<String, Path> found = new HashMap<>();
        private final List<Note> notes = new ArrayList<>();
        private final List<String> unreadable = new ArrayList<>();

        Lister(Path home) {
            this.home = home;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean lexicon = folder.equals(home.resolve(LEXICON));
            boolean skip = !folder.equals(home) && (isHidden(folder) || lexicon);
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String relative = relative(file);
            if (isHidden(file) || ABOUT.contains(relative)) {
                return FileVisitResult.CONTINUE;
            }
            if (README.matcher(relative).matches()) {
                notes.add(
                        new Note(Note.Severity.INFO, relative, 0, "taken as a word about the collection: not indexed"));
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isOther()) {
                notes.add(new Note(Note.Severity.WARNING, relative, 0, "not indexed: a pipe or device, not a file"));
            } else if (DocumentReader.format(relative).isPresent()) {
                found.put(relative, file);
            } else if (attributes.isSymbolicLink()) {
                unreadable.add(relative);
                notes.add(new Note(Note.Severity.ERROR, relative, 0, "cannot be read: a link that leads nowhere"));
            } else {
                notes.add(new Note(Note.Severity.WARNING, relative, 0, "not indexed: not " + DocumentReader.FORMATS));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            unreadable.add(relative(file));
            notes.add(new Note(Note.Severity.ERROR, relative(file), 0, "cannot be read: " + e.getMessage()));
            return FileVisitResult.CONTINUE;
        }

        private String relative(Path file) {
            return home.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
