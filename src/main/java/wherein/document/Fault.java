package wherein.document;

/**
 * One thing that is wrong with a catalogue.
 *
 * @param line from 1; 0 where the whole file is meant
 * @param message what is wrong and the form that was expected
 */
public record Fault(int line, String message) {}
