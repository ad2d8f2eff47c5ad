package wherein.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wherein.document.Note;
import wherein.document.NoteKind;
import wherein.format.Ocr;

/**
 * A folder of files, read recursively, or one file of records, with what its catalogue says of them.
 *
 * @param root the folder, or the file
 * @param catalogueFile the catalogue that was read, if there is one
 * @param catalogue what it says
 * @param files the files that are to be indexed, by their relative path
 * @param notes what a reader should know of files that are not
 * @param unreadable files and folders that are there and cannot be read now, by their relative path
 * @param ocr how scans are read; empty if they are not
 */
public record Collection(
        Path root,
        Optional<Path> catalogueFile,
        Catalogue catalogue,
        List<SourceFile> files,
        List<Note> notes,
        List<String> unreadable,
        Optional<Ocr> ocr) {

    /** The name of the catalogue in a collection's folder. */
    public static final String CATALOGUE = "catalog.yaml";

    /** The folder of what Wherein itself keeps in a collection's folder. */
    public static final String OWN_FOLDER = ".wherein";

    /** Takes copies. */
    public Collection {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Opens the collection at {@code root}. Nothing of the files is read yet but the catalogue and the table of
     * metadata. Links that lead out of the folder are not followed.
     *
     * @param catalogueFile the catalogue; if empty, {@value #CATALOGUE} in the folder, if it is there
     * @throws CatalogueException if the catalogue has faults; those of the table are notes
     * @throws NoSuchFileException if there is no such folder, file or catalogue
     * @throws IOException if the folder cannot be read
     */
    public static Collection open(Path root, Optional<Path> catalogueFile) throws IOException, CatalogueException {
        return open(root, catalogueFile, false, Optional.empty());
    }

    /**
     * As {@link #open(Path, Optional)}.
     *
     * @param followLinks whether links that lead out of the folder are followed
     * @param ocr how scans are read; empty if they are not
     */
    public static Collection open(Path root, Optional<Path> catalogueFile, boolean followLinks, Optional<Ocr> ocr)
            throws IOException, CatalogueException {
        Path base = root.toAbsolutePath().normalize();
        if (!Files.exists(base)) {
            throw new NoSuchFileException(base.toString(), null, "there is no such folder or file");
        }
        boolean folder = Files.isDirectory(base);
        if (!folder && !Format.isRead(base.getFileName().toString(), ocr.isPresent())) {
            throw new NotDirectoryException(base + ": neither a folder nor " + Format.NAMES);
        }
        Path home = folder ? base : base.getParent();
        Optional<Path> file =
                catalogueFile.or(() -> Optional.of(home.resolve(CATALOGUE)).filter(Files::exists));
        Catalogue catalogue = file.isPresent() ? Catalogue.read(file.get()) : Catalogue.EMPTY;
        Path table = home.resolve(MetadataTable.NAME);
        MetadataTable listed = Files.exists(table)
                ? MetadataTable.read(table, catalogue.stances().keySet())
                : MetadataTable.EMPTY;
        return assemble(base, file, catalogue, listed, Lister.of(base, followLinks, ocr.isPresent()), folder, ocr);
    }

    private static Collection assemble(
            Path base,
            Optional<Path> file,
            Catalogue catalogue,
            MetadataTable table,
            Lister lister,
            boolean folder,
            Optional<Ocr> ocr) {
        Map<String, Catalogue.Entry> entries = new HashMap<>();
        Map<String, Catalogue.Layout> layouts = new HashMap<>();
        Map<String, Map<String, Catalogue.Entry>> within = new HashMap<>();
        Set<String> replaced = new HashSet<>();
        List<Note> notes = lister.notes();
        for (Catalogue.Entry entry : catalogue.entries()) {
            String original = entry.file().file();
            Optional<String> digest = entry.digest().map(Catalogue.Layout::file);
            if (lister.found().containsKey(original)) {
                entries.put(original, entry);
                layouts.put(original, entry.file());
                digest.ifPresent(replaced::add);
            } else if (digest.isPresent() && lister.found().containsKey(digest.get())) {
                entries.put(digest.get(), entry);
                layouts.put(digest.get(), entry.digest().get());
            } else if (!isWithin(entry, lister.found(), within) && folder) {
                notes.add(new Note(
                        NoteKind.MISSING,
                        original,
                        0,
                        "the catalogue names this file for \"" + entry.id() + "\", but it is not in the collection"));
            }
        }
        Path home = folder ? base : base.getParent();
        String name = file.map(path -> path.getFileName().toString()).orElse(CATALOGUE);
        Listed listed =
                new Listed(table, catalogue.patterns(), name, lister.found().keySet(), home);
        notes.addAll(table.notes());
        if (folder) {
            notes.addAll(listed.notes());
        }
        List<SourceFile> files = new ArrayList<>();
        lister.found().forEach((relative, path) -> {
            if (!replaced.contains(relative)) {
                files.add(new SourceFile(
                        path,
                        relative,
                        Optional.ofNullable(entries.get(relative)),
                        Optional.ofNullable(layouts.get(relative)),
                        listed.of(relative),
                        listed.within(relative),
                        within.getOrDefault(relative, Map.of()),
                        listed.patternsWithin(relative)));
            }
        });
        files.sort(Comparator.comparing(SourceFile::relative));
        return new Collection(base, file, catalogue, files, notes, lister.unreadable(), ocr);
    }

    /** Whether {@code entry} names a document in one of the files, such as {@code mails.zip/a.txt}; puts it to that file. */
    private static boolean isWithin(
            Catalogue.Entry entry, Map<String, Path> found, Map<String, Map<String, Catalogue.Entry>> within) {
        String name = entry.file().file();
        for (int end = name.length() - 1; end > 0; end--) {
            boolean border = name.charAt(end) == '/' || name.charAt(end) == '#';
            if (border && found.containsKey(name.substring(0, end))) {
                within.computeIfAbsent(name.substring(0, end), file -> new HashMap<>())
                        .put(name.substring(end), entry);
                return true;
            }
        }
        return false;
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
}
