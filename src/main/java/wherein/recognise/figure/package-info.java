/**
 * How many?
 *
 * <p>In: a document and the dates found in it. Out: its figures with value, bound and unit, and the numbers that are
 * none, each with the rule that set it aside. The words of a language are in one file of its own (see {@link
 * wherein.recognise.figure.FigureWords}), signs that all share in {@code symbols.tsv} beside. Start at {@link
 * wherein.recognise.figure.Figures}: a numeral is read, then checked against the rules that set aside, then widened by
 * its range, its unit and its bound.
 */
package wherein.recognise.figure;
