package wherein.recognise.country;

import java.util.function.Consumer;

/** A map from a folded token to a value, looked up by a run of a text without making a string of it. */
final class TokenMap<V> {

    private String[] keys = new String[4];
    private Object[] values = new Object[4];
    private int size;

    /** The value of the run, or null. */
    @SuppressWarnings("unchecked")
    V get(String text, int start, int end) {
        int mask = keys.length - 1;
        int at = Folded.hash(text, start, end) & mask;
        while (keys[at] != null) {
            if (Folded.same(keys[at], text, start, end)) {
                return (V) values[at];
            }
            at = (at + 1) & mask;
        }
        return null;
    }

    /** The value of {@code key} in full. */
    V get(String key) {
        return get(key, 0, key.length());
    }

    /** Sets the value of {@code key}, which must be folded. */
    void put(String key, V value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int at = Folded.hash(key, 0, key.length()) & mask;
        while (keys[at] != null && !keys[at].equals(key)) {
            at = (at + 1) & mask;
        }
        if (keys[at] == null) {
            size++;
        }
        keys[at] = key;
        values[at] = value;
    }

    /** Shows every value to {@code taker}, in no order. */
    @SuppressWarnings("unchecked")
    void forEach(Consumer<V> taker) {
        for (Object value : values) {
            if (value != null) {
                taker.accept((V) value);
            }
        }
    }

    private void grow() {
        String[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new String[oldKeys.length * 2];
        values = new Object[oldKeys.length * 2];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                int at = Folded.hash(oldKeys[i], 0, oldKeys[i].length()) & mask;
                while (keys[at] != null) {
                    at = (at + 1) & mask;
                }
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
