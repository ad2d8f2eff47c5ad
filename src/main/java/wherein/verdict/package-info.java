/**
 * What readers say of rows of the ledger: that one is right, or wrong, or something else. In: a file of lines, a {@link
 * wherein.verdict.Verdict} each, to which lines are only ever added; and one generation of an index. Out: the row that each verdict
 * is on, by the words that were quoted, and the list of those that are on none any more.
 *
 * <p>{@link wherein.verdict.VerdictFile} is the file on the disk, {@link wherein.verdict.Verdicts} what it says now, and {@link
 * wherein.verdict.Placement} where that stands in one generation. Start at {@link wherein.verdict.Verdict}.
 */
package wherein.verdict;
