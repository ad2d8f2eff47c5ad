package wherein.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wherein.collection.Collection;
import wherein.collection.SourceFile;

/**
 * What a run has to look at in one collection, told from a listing, sizes and times alone. A file that stays as it was costs two bits, any
 * other some hundred bytes.
 */
final class Plan {

    /** A file may change again without another time for as long as this: the clocks of some file systems go so coarsely. */
    private static final long FRESH_MS = 2_000;

    private final Collection collection;
    private final Said said;

    /** Of the files by their number: those whose size and time are as they were, and those of them that have notes. */
    private final BitSet unchanged = new BitSet();

    private final BitSet noted = new BitSet();

    /** Files that were read before, and have to be looked at. */
    private final Map<String, FileState> before = new HashMap<>();

    /** Files that were read before, and are there no more. */
    private final List<FileState> gone = new ArrayList<>();

    /** Those of them that may have come to another place, by their content. */
    private final Map<String, FileState> moved = new HashMap<>();

    private long bytes;

    private Plan(Collection collection, long maxDocument) {
        this.collection = collection;
        this.said = new Said(collection, maxDocument);
    }

    /**
     * For {@code collection}, after what is in the index. Takes time in proportion to the files there are and were.
     *
     * @param anew whether nothing stays
     */
    static Plan of(Collection collection, long maxDocument, Previous previous, boolean anew) throws IOException {
        Plan plan = new Plan(collection, maxDocument);
        BitSet known = new BitSet();
        previous.eachFile(plan.root(), state -> {
            int number = plan.number(state.path());
            if (number < 0) {
                plan.gone.add(state);
            } else if (!anew) {
                known.set(number);
                plan.compare(number, state);
            }
        });
        for (int i = known.nextClearBit(0); i < plan.files().size(); i = known.nextClearBit(i + 1)) {
            plan.bytes += size(plan.files().get(i));
        }
        plan.gone.sort(Comparator.comparing(FileState::path));
        plan.gone.stream()
                .filter(state -> !anew && state.isSettled())
                .forEach(state -> plan.moved.putIfAbsent(state.sha256(), state));
        return plan;
    }

    private void compare(int number, FileState state) {
        if (isAsItWas(files().get(number), state)) {
            unchanged.set(number);
            noted.set(number, !state.notes().isEmpty());
        } else {
            before.put(state.path(), state);
            bytes += size(files().get(number));
        }
    }

    private boolean isAsItWas(SourceFile file, FileState state) {
        try {
            BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
            return state.isSettled()
                    && state.about().equals(said.of(file))
                    && state.size() == now.size()
                    && state.modified() == now.lastModifiedTime().toMillis();
        } catch (IOException e) {
            // Reading it meets the same fault, and reports it.
            return false;
        }
    }

    private static long size(SourceFile file) {
        return file.path().toFile().length();
    }

    /** The number of the file at {@code path}, negative if there is none. */
    int number(String path) {
        int low = 0;
        int high = files().size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = files().get(middle).relative().compareTo(path);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    Collection collection() {
        return collection;
    }

    /** The root, as the index knows it. */
    String root() {
        return collection.root().toString();
    }

    /** The files, by their path. */
    List<SourceFile> files() {
        return collection.files();
    }

    /** Whether nothing but catalogue and size and time were looked at, and these are as they were. */
    boolean isUnchanged(int number) {
        return unchanged.get(number);
    }

    /** Whether something is the matter with a file that is unchanged. */
    boolean isNoted(int number) {
        return noted.get(number);
    }

    /** A file that has to be looked at as it was before. */
    Optional<FileState> before(SourceFile file) {
        return Optional.ofNullable(before.get(file.relative()));
    }

    /** The files that were read before and are there no more, by their path. */
    List<FileState> gone() {
        return gone;
    }

    /** The file that had the content of {@code now}, and is there no more; empty if there was none of which the same is said. */
    Optional<FileState> former(FileState now) {
        return Optional.ofNullable(moved.get(now.sha256())).filter(now::isSame);
    }

    /** The size of all files that have to be looked at. */
    long bytes() {
        return bytes;
    }

    /** Whether all is as it was, apart from what cannot be read now. Reads those files alone for which size and time do not speak. */
    boolean isCurrent() {
        boolean all = files().size() == unchanged.cardinality() + before.size();
        Set<String> unreadable = Set.copyOf(collection.unreadable());
        return all
                && gone.stream().allMatch(state -> isWithin(state.path(), unreadable))
                && files().stream()
                        .filter(file -> before.containsKey(file.relative()))
                        .allMatch(file -> isCurrent(state(file), before.get(file.relative())));
    }

    /** What could not be read is no news until it can. */
    private static boolean isCurrent(FileState now, FileState known) {
        return now.sha256().equals(known.sha256()) && now.about().equals(known.about());
    }

    /** How a file that has to be looked at lies there, its SHA-256 told; without size and hash where it cannot be read. */
    FileState state(SourceFile file) {
        String about = said.of(file);
        try {
            return onDisk(file, about);
        } catch (IOException e) {
            // Reading it meets the same fault, and reports it.
            return new FileState(file.relative(), 0, 0, "", about, false, List.of());
        }
    }

    private FileState onDisk(SourceFile file, String about) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
        long size = now.size();
        long modified = now.lastModifiedTime().toMillis();
        boolean same = before(file)
                .filter(state -> state.size() == size && state.modified() == modified)
                .isPresent();
        String sha256 = same
                ? before.get(file.relative()).sha256()
                : Files.isReadable(file.path()) ? Fingerprint.of(file.path()) : "";
        boolean fresh = System.currentTimeMillis() - modified < FRESH_MS;
        return new FileState(file.relative(), size, fresh ? 0 : modified, sha256, about, false, List.of());
    }

    /** Whether the file at {@code path}, or a folder that it is in, is one of {@code places}; asks once for each folder. */
    static boolean isWithin(String path, Set<String> places) {
        if (places.isEmpty()) {
            return false;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (places.contains(path.substring(0, end))) {
                return true;
            }
        }
        return false;
    }
}
