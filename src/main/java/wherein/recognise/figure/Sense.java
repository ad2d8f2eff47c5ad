package wherein.recognise.figure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a word may do in a number; one word may do several things: тысяч is a scale and a vague magnitude. */
final class Sense {

    /** What a word does in a number. */
    enum Role {
        CARDINAL,
        SCALE,
        ORDINAL,
        DOZEN,
        HALF,
        FRACTION,
        VAGUE,
        COLLECTIVE,
        ONEHALF,
        HALFOF,
        SEVERAL,
        COUPLE,
        EVERY,
        LIFE,
        NEGATIVE,
        POINT,
        WHOLES;

        private static final Map<String, Role> BY_NAME = Arrays.stream(values())
                .collect(Collectors.toUnmodifiableMap(role -> role.name().toLowerCase(Locale.ROOT), role -> role));

        /** The role that files call {@code name}; null if none is. */
        static Role of(String name) {
            return BY_NAME.get(name);
        }
    }

    /** No such role. */
    static final long NONE = -1;

    private final Map<Role, Long> values = new EnumMap<>(Role.class);

    /** The value of the word in {@code role}; {@link #NONE} if it has no such role. */
    long value(Role role) {
        return values.getOrDefault(role, NONE);
    }

    boolean is(Role role) {
        return values.containsKey(role);
    }

    void add(Role role, long value) {
        values.put(role, value);
    }
}
