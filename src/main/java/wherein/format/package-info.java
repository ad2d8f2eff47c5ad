/**
 * What does a file say?
 *
 * <p>In: the bytes of one file. Out: an {@link wherein.format.Extract} for each document in it: a text, what the format
 * knows of its runs, and what the file says of itself; or an {@link wherein.format.UnreadableException} that says why not
 * and what to do. A class for each format. Nothing here knows of a catalogue. What reads a binary format runs in a child
 * process.
 */
package wherein.format;
