package wherein.collection;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import wherein.document.Note;
import wherein.document.NoteKind;
import wherein.format.Unreadable;

/**
 * Lists the files below a folder, hidden ones and the collection's own apart. A symbolic link that leads to a place inside the
 * folder is as good as what it leads to. One that leads out is not followed unless that is asked for: a collection from
 * elsewhere must not make the files of whoever indexes it into documents. Looks once at each file, and reads none.
 */
final class Lister extends SimpleFileVisitor<Path> {

    /** Files of a collection's folder that are no documents of it. */
    private static final Set<String> ABOUT =
            Set.of(Collection.CATALOGUE, MetadataTable.NAME, "people.yaml", "wherein.toml");

    /** Speaks about the files beside it. */
    private static final Pattern README = Pattern.compile("README(\\.[a-z]+)?", Pattern.CASE_INSENSITIVE);

    /** What comes after the last dot of a longer name is a part of the name rather than a type. */
    private static final int LONGEST_EXTENSION = 8;

    /** Folder of the words that a reader adds. */
    private static final String LEXICON = "lexicon";

    private final Path home;
    private final Path realHome;
    private final boolean followLinks;
    private final boolean pictures;
    private final Map<String, Path> found = new HashMap<>();
    private final Set<Path> linked = new HashSet<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private Lister(Path home, boolean followLinks, boolean pictures) throws IOException {
        this.home = home;
        this.realHome = home.toRealPath();
        this.followLinks = followLinks;
        this.pictures = pictures;
    }

    /**
     * The files at {@code base}, a folder or one file, which is taken even if it is a link: whoever named it means it.
     *
     * @param followLinks whether links that lead out of the folder are followed too
     * @param pictures whether pictures may be documents
     */
    static Lister of(Path base, boolean followLinks, boolean pictures) throws IOException {
        if (Files.isDirectory(base)) {
            Lister lister = new Lister(base, followLinks, pictures);
            Files.walkFileTree(base, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, lister);
            return lister;
        }
        Lister lister = new Lister(base.getParent(), followLinks, pictures);
        lister.found.put(base.getFileName().toString(), base);
        return lister;
    }

    /** The files that may be documents, by their relative path. */
    Map<String, Path> found() {
        return found;
    }

    /** What a reader should know of the others. */
    List<Note> notes() {
        return notes;
    }

    /** Whether the file at {@code relative} says something about the collection, and is no document of it. */
    static boolean isAbout(String relative) {
        return ABOUT.contains(relative);
    }

    /** What is there and cannot be read now, by relative path. */
    List<String> unreadable() {
        return unreadable;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean lexicon = folder.equals(home.resolve(LEXICON));
        boolean skip = !folder.equals(home) && (isHidden(folder) || lexicon || isClosed(folder));
        return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String relative = relative(file);
        if (isHidden(file) || isAbout(relative)) {
            return FileVisitResult.CONTINUE;
        }
        if (README.matcher(relative).matches()) {
            note(NoteKind.ABOUT_COLLECTION, file, "taken as a word about the collection: not indexed");
            return FileVisitResult.CONTINUE;
        }
        // The walk has looked where a link leads; where that is nowhere, these are the attributes of the link itself.
        if (attributes.isSymbolicLink()) {
            broken(file);
        } else if (!isClosed(file)) {
            visit(file, relative, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private void visit(Path file, String relative, BasicFileAttributes attributes) {
        if (attributes.isOther()) {
            note(NoteKind.NOT_A_FILE, file, "not indexed: a pipe or device, not a file");
        } else if (Format.isRead(relative, pictures)) {
            found.put(relative, file);
        } else {
            notes.add(unsupported(relative));
        }
    }

    /** Whether {@code path} is a link out of the folder that is not to be followed; tells of every link that leads out. */
    private boolean isClosed(Path path) {
        if (!Files.isSymbolicLink(path)) {
            return false;
        }
        try {
            Path target = path.toRealPath();
            return isOutside(path, target) || isAnotherWay(path, target);
        } catch (IOException e) {
            visitFileFailed(path, e);
            return true;
        }
    }

    private boolean isOutside(Path path, Path target) {
        if (target.startsWith(realHome)) {
            return false;
        }
        if (followLinks) {
            note(NoteKind.LINK_FOLLOWED, path, "a link that leads out of the collection, to " + target + ": followed");
            return false;
        }
        outside(path, target);
        return true;
    }

    /** Links to folders could double the ways to a file at every step; so one link to each folder is followed. */
    private boolean isAnotherWay(Path path, Path target) {
        if (!Files.isDirectory(target) || linked.add(target)) {
            return false;
        }
        note(NoteKind.LINK_AGAIN, path, "not followed: a second link to " + target);
        return true;
    }

    private void outside(Path path, Path target) {
        note(
                NoteKind.LINK_LEADS_OUT,
                path,
                "not indexed: a link that leads out of the collection, to " + target
                        + "; copy what it leads to, or say --follow-links");
    }

    /** What lay behind a broken link into the folder may come back; behind one that leads out there was nothing of ours. */
    private void broken(Path link) {
        try {
            Path target = link.getParent()
                    .toRealPath()
                    .resolve(Files.readSymbolicLink(link))
                    .normalize();
            if (!followLinks && !target.startsWith(realHome)) {
                outside(link, target);
                return;
            }
        } catch (IOException e) {
            visitFileFailed(link, e);
            return;
        }
        unreadable.add(relative(link));
        boolean document = Format.isRead(relative(link), pictures);
        note(NoteKind.BROKEN_LINK, link, (document ? "not indexed" : "cannot be read") + ": a link that leads nowhere");
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        boolean loop = e instanceof FileSystemLoopException;
        String why = loop ? "a link that leads back to a folder it lies in" : Unreadable.reason(e);
        unreadable.add(relative(file));
        note(NoteKind.UNREADABLE, file, "cannot be read: " + why);
        return FileVisitResult.CONTINUE;
    }

    /** That the file at {@code relative} is of no type that is read. */
    static Note unsupported(String relative) {
        if (Format.of(relative).isPresent()) {
            return new Note(
                    NoteKind.PICTURE, List.of(type(relative)), relative, 0, "not indexed: a picture; see --ocr");
        }
        return new Note(NoteKind.UNSUPPORTED, List.of(type(relative)), relative, 0, "not indexed: not " + Format.NAMES);
    }

    /** The type of a file as its name says it: an extension in small letters, or that there is none worth the name. */
    private static String type(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean named = extension.length() < name.length()
                && extension.length() <= LONGEST_EXTENSION
                && !extension.isEmpty()
                && extension.codePoints().allMatch(Character::isLetterOrDigit);
        return named ? "." + extension : "without extension";
    }

    private void note(NoteKind kind, Path path, String message) {
        notes.add(new Note(kind, relative(path), 0, message));
    }

    private String relative(Path file) {
        return home.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
