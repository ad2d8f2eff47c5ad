package wherein.bench;

import java.util.Arrays;

/** Figures of some number of runs, and what lies in their middle. */
record Sample(double... values) {

    /** Takes a sorted copy. */
    Sample {
        values = values.clone();
        Arrays.sort(values);
    }

    /** So many of nanoseconds, as milliseconds. */
    static Sample milliseconds(long... nanoseconds) {
        return new Sample(Arrays.stream(nanoseconds).mapToDouble(each -> each / 1e6).toArray());
    }

    double median() {
        return at(0.5);
    }

    double least() {
        return values.length == 0 ? Double.NaN : values[0];
    }

    double most() {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    /** The value below which this share of all lies. */
    double at(double share) {
        return values.length == 0 ? Double.NaN : values[(int) Math.round(share * (values.length - 1))];
    }
}
