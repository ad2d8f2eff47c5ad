package wherein.format;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wherein.document.NoteKind;

/** One child process, which reads one file after the other. For one thread at a time. */
final class Child {

    /** Bytes of heap for each byte that a text may have: the text itself, its regions and its JSON. */
    private static final int HEAP_FOR_A_BYTE = 12;

    private static final long LEAST_HEAP = 512L << 20;

    /** What JSON takes beside a text, and for each byte of it. */
    private static final long BESIDE = 32L << 20;

    private static final int JSON_FOR_A_BYTE = 6;

    /** The exit status of a JVM that was told to end when its heap is full. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private final long most;
    private volatile boolean late;
    private int turns;

    private Child(Process process, long most) {
        this.process = process;
        this.most = most;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /**
     * Starts one.
     *
     * @param prefix what is run with the command of the child behind it; may be empty
     * @param most the greatest number of bytes that a text may have
     */
    static Child start(List<String> prefix, long most) throws IOException {
        Path temporary = PrivateFolder.create();
        List<String> command = new ArrayList<>(prefix);
        long heap = Math.max(LEAST_HEAP, HEAP_FOR_A_BYTE * most) >> 20;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heap + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + temporary.resolve("error"),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                // For whatever parser of a library: nothing is fetched.
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet=",
                "-cp",
                classPath(),
                ChildMain.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = ChildEnvironment.restrict(builder, List.of()).start();
            process.onExit().thenRun(() -> PrivateFolder.remove(temporary));
            return new Child(process, most);
        } catch (IOException e) {
            PrivateFolder.remove(temporary);
            throw e;
        }
    }

    /** The class path of this process, and the libraries of the readers where they have been built beside it. */
    private static String classPath() {
        String own = System.getProperty("java.class.path");
        return ReadersJar.find().map(jar -> own + File.pathSeparator + jar).orElse(own);
    }

    /** The greatest number of bytes of a text that it was started for. */
    long most() {
        return most;
    }

    /** How often it has been given a file. */
    int turns() {
        return turns;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it, whatever it is doing. */
    void end() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /**
     * Lets it read {@code file}. The child is of no more use if this throws anything but an {@link UnreadableException} with which
     * it is still alive.
     *
     * @param ocr how pictures of pages are read; empty where they are not
     * @param longest for how long this waits for the child, all in all, or for each page that is read from a picture
     */
    void read(Path file, BinaryFormat format, Optional<Ocr> ocr, Duration longest, Extracts extracts)
            throws IOException, UnreadableException {
        long left = longest.toNanos();
        turns++;
        try {
            Frames.write(
                    out,
                    Frames.READ,
                    format + "\n" + most + "\n" + ocr.map(Ocr::line).orElse("") + "\n" + file.toAbsolutePath());
            while (true) {
                long before = System.nanoTime();
                Frames.Frame frame = next(left);
                left = Math.max(1, left - (System.nanoTime() - before));
                switch (frame.kind()) {
                    case Frames.EXTRACT -> extracts.add(ExtractJson.read(frame.text()));
                    case Frames.STEP -> left = longest.toNanos();
                    case Frames.NOTE -> note(frame, extracts);
                    case Frames.REFUSED -> throw new UnreadableException(kind(frame), message(frame));
                    case Frames.DONE -> {
                        return;
                    }
                    default -> throw new IOException("an unknown message of the reader");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            end();
            throw new UnreadableException(NoteKind.TOO_COSTLY, reason(format, longest));
        }
    }

    private static NoteKind kind(Frames.Frame frame) throws IOException {
        String name = frame.text().substring(0, Math.max(0, frame.text().indexOf('\n')));
        try {
            return NoteKind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IOException("an unknown kind of note: " + name, e);
        }
    }

    private static void note(Frames.Frame frame, Extracts extracts) throws IOException {
        String[] parts = message(frame).split("\n", 2);
        extracts.tell(kind(frame), Integer.parseInt(parts[0]), parts[1]);
    }

    private static String message(Frames.Frame frame) {
        return frame.text().substring(frame.text().indexOf('\n') + 1);
    }

    /** The next message; the child is ended if it lets more than {@code left} nanoseconds pass. */
    private Frames.Frame next(long left) throws IOException {
        CompletableFuture<Void> came = new CompletableFuture<>();
        came.orTimeout(left, TimeUnit.NANOSECONDS).whenComplete((nothing, fault) -> {
            if (fault instanceof TimeoutException) {
                late = true;
                end();
            }
        });
        try {
            return Frames.read(in, Math.min(Integer.MAX_VALUE - 16L, BESIDE + JSON_FOR_A_BYTE * most));
        } catch (EOFException e) {
            throw new IOException("the reader has ended", e);
        } finally {
            came.complete(null);
        }
    }

    private String reason(BinaryFormat format, Duration longest) {
        String what = "the " + format.title();
        if (late) {
            return what + " could not be read within " + longest.toSeconds() + " s; convert it to text";
        }
        boolean full =
                process.onExit().completeOnTimeout(process, 1, TimeUnit.SECONDS).join() != null
                        && !process.isAlive()
                        && process.exitValue() == OUT_OF_MEMORY;
        return full
                ? what + " takes more memory than one file may; split it, or convert it to text"
                : what + " ended the process that was to read it; convert it to text";
    }
}
