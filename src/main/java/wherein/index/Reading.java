package wherein.index;

import java.io.IOException;

/** Is told of bytes as they are read, and may take its time. */
@FunctionalInterface
public interface Reading {

    /** Tells nobody, and goes on at once. */
    Reading AT_ONCE = bytes -> {};

    /**
     * So many more {@code bytes} were read.
     *
     * @throws IOException if no more is to be read
     */
    void read(int bytes) throws IOException;
}
