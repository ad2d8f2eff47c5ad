/**
 * What was not recognised?
 *
 * <p>In: a collection that has been indexed. Out: everything in it that might be a mention, each recognised, set aside by a rule
 * that has a reason, or unexplained, so that "every mention" can be checked by a reader. {@link wherein.coverage.Candidates}
 * are found by means of their own, so that a recogniser's blind spot is none of theirs; start at {@link
 * wherein.coverage.Coverage}.
 */
package wherein.coverage;
