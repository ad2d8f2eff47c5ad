package wherein.format;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import wherein.document.NoteKind;

/**
 * The child process: reads the files that it is asked for on standard input and tells on standard output what is in them ({@link
 * Frames}), until standard input ends, which it does when the parent is no more.
 */
public final class ChildMain {

    private static final int LONGEST_REQUEST = 1 << 20;

    private final DataOutputStream out;

    private ChildMain(DataOutputStream out) {
        this.out = out;
    }

    /** Takes no arguments. */
    public static void main(String[] args) throws InterruptedException {
        Logger.getLogger("").setLevel(Level.OFF);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // What a library prints must not get between the messages.
        System.setOut(System.err);
        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        Thread listener = new Thread(() -> listen(requests));
        listener.setDaemon(true);
        listener.start();
        ChildMain child = new ChildMain(out);
        while (true) {
            child.answer(requests.take());
        }
    }

    /** Ends this process with the parent, even in the middle of a file. */
    private static void listen(BlockingQueue<String> requests) {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            while (true) {
                requests.add(Frames.read(in, LONGEST_REQUEST).text());
            }
        } catch (IOException e) {
            end();
        }
    }

    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        PrivateFolder.remove(Path.of(System.getProperty("java.io.tmpdir")));
        Runtime.getRuntime().halt(0);
    }

    private void answer(String request) {
        String[] lines = request.split("\n", 4);
        BinaryFormat format = BinaryFormat.valueOf(lines[0]);
        try {
            try {
                Optional<Tesseract> tesseract = lines[2].isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Tesseract(Ocr.of(lines[2]), () -> tell(Frames.STEP, "")));
                Allowance allowance = new Allowance(Long.parseLong(lines[1]), tesseract);
                BinaryFile.read(Path.of(lines[3]), format, allowance, new Extracts() {
                    @Override
                    public void add(Extract extract) {
                        ChildMain.this.tell(Frames.EXTRACT, ExtractJson.line(extract));
                    }

                    @Override
                    public void tell(NoteKind kind, int line, String message) {
                        ChildMain.this.tell(Frames.NOTE, kind + "\n" + line + "\n" + message);
                    }

                    @Override
                    public void read(long bytes) {
                        // The parent knows how large the file is.
                    }
                });
                tell(Frames.DONE, "");
            } catch (UnreadableException e) {
                tell(Frames.REFUSED, e.kind() + "\n" + e.getMessage());
            }
        } catch (UncheckedIOException e) {
            end();
        }
    }

    private void tell(byte kind, String text) {
        try {
            Frames.write(out, kind, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
